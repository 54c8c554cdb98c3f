package guichet.store;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys to sign with, by id: the current one signs, the others still verify. HMAC-SHA256, cut to 128 bits.
 *
 * @param current id of the key that signs
 * @param byId    at least 16 bytes each; ids of letters and digits
 */
public record SigningKeys(String current, Map<String, byte[]> byId) {
    private static final String ALGORITHM = "HmacSHA256";

    public SigningKeys {
        byId = Map.copyOf(byId);
        if (!byId.containsKey(current)) {
            throw new IllegalArgumentException("no key is called " + current);
        }
        byId.forEach((id, key) -> {
            if (!id.matches("[A-Za-z0-9]{1,16}") || key.length < 16) {
                throw new IllegalArgumentException("key " + id + " is too short, or its id is not letters and digits");
            }
        });
    }

    String sign(String... parts) {
        return current + "." + mac(byId.get(current), parts);
    }

    boolean verify(String signature, String... parts) {
        var dot = signature.indexOf('.');
        var key = Optional.ofNullable(dot < 0 ? null : byId.get(signature.substring(0, dot)));
        return key.isPresent() && MessageDigest.isEqual(mac(key.get(), parts).getBytes(StandardCharsets.UTF_8),
                signature.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(byte[] key, String... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(), 16));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKeys[" + current + " of " + byId.keySet() + "]";
    }
}
