package guichet.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.DurableFiles;
import guichet.local.aws.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for Cognito: access tokens for anyone who names an address, signed with a key of this stack. */
public final class Tokens {
    private static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_local";
    private static final String CLIENT = "local";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final List<String> scopes;
    private volatile BiConsumer<String, String> approval = (subject, email) -> {};

    /** @param file where the key is kept, or null for one that dies with this object */
    public Tokens(Path file, List<String> scopes) throws IOException {
        this.scopes = List.copyOf(scopes);
        if (file != null && Files.exists(file)) {
            key = Files.readAllBytes(file);
        } else {
            key = new byte[32];
            new SecureRandom().nextBytes(key);
            if (file != null) {
                DurableFiles.write(file, key, true);
            }
        }
        if (key.length != 32) {
            throw new IOException(file + " is no key of ours");
        }
    }

    /** @param approval told of the subject and the address of each person before they get a token */
    public void approve(BiConsumer<String, String> approval) {
        this.approval = approval;
    }

    /**
     * Says what an access token of Cognito says, and no more: no address. The same address always has the same subject,
     * whatever its case.
     */
    public String issue(String email, Instant now) {
        var subject = UUID.nameUUIDFromBytes(
                        ("guichet " + email.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8))
                .toString();
        approval.accept(subject, email);
        var claims = Http.JSON
                .createObjectNode()
                .put("sub", subject)
                .put("username", subject)
                .put("scope", String.join(" ", scopes))
                .put("token_use", "access")
                .put("iss", ISSUER)
                .put("client_id", CLIENT)
                .put("jti", UUID.randomUUID().toString())
                .put("auth_time", now.getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond());
        var unsigned = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims.toString());
        return unsigned + "." + BASE64.encodeToString(sign(unsigned));
    }

    /** The claims of a token that is ours and has not expired. */
    Optional<JsonNode> verify(String token, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = decode(parts[0]);
            var claims = decode(parts[1]);
            var valid = header.path("alg").asText().equals("HS256")
                    && MessageDigest.isEqual(
                            sign(parts[0] + "." + parts[1]),
                            Base64.getUrlDecoder().decode(parts[2]))
                    && claims.path("iss").asText().equals(ISSUER)
                    && claims.path("client_id").asText().equals(CLIENT)
                    && claims.path("exp").asLong() > now.getEpochSecond();
            return valid ? Optional.of(claims) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode decode(String part) throws IOException {
        return Http.JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
