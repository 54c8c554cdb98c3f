package guichet.local.aws;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 in a query, as S3 checks it: its time, and every header it was signed over. */
final class Presigned {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private Presigned() {}

    /** Why the request is refused, or null when it may pass. */
    static String refusal(
            String method, URI uri, Headers headers, Map<String, String> query, String secret, Instant now) {
        try {
            var signed = LocalDateTime.parse(query.getOrDefault("X-Amz-Date", ""), BASIC)
                    .toInstant(ZoneOffset.UTC);
            if (now.isAfter(signed.plusSeconds(Long.parseLong(query.getOrDefault("X-Amz-Expires", "0"))))) {
                return "Request has expired";
            }
            var expected = signature(method, uri, headers, query, secret);
            return MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.US_ASCII),
                            query.get("X-Amz-Signature").getBytes(StandardCharsets.UTF_8))
                    ? null
                    : "The request signature we calculated does not match the signature you provided.";
        } catch (RuntimeException e) {
            return "Malformed presigned query: " + e.getMessage();
        }
    }

    private static String signature(String method, URI uri, Headers headers, Map<String, String> query, String secret) {
        var parameters = new ArrayList<>(Arrays.asList(uri.getRawQuery().split("&")));
        parameters.removeIf(p -> p.startsWith("X-Amz-Signature="));
        parameters.replaceAll(p -> p.contains("=") ? p : p + "=");
        Collections.sort(parameters);
        var names = query.get("X-Amz-SignedHeaders");
        var canonical = new StringBuilder();
        canonical
                .append(method)
                .append('\n')
                .append(uri.getRawPath())
                .append('\n')
                .append(String.join("&", parameters))
                .append('\n');
        for (var name : names.split(";")) {
            var values = headers.getOrDefault(name, java.util.List.of());
            canonical
                    .append(name)
                    .append(':')
                    .append(String.join(",", values).trim().replaceAll(" +", " "))
                    .append('\n');
        }
        canonical
                .append('\n')
                .append(names)
                .append('\n')
                .append(query.getOrDefault("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));

        var scope = query.get("X-Amz-Credential").split("/", 2)[1];
        var toSign =
                "AWS4-HMAC-SHA256\n" + query.get("X-Amz-Date") + "\n" + scope + "\n" + sha256(canonical.toString());
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
