package guichet.core.notice;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys that reply addresses and cursors are signed with, by id. Old ones go on verifying; the current one signs. */
public record SigningKeys(String current, Map<String, byte[]> keys) {
    private static final int BITS = 80;

    public SigningKeys {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("no signing key " + current);
        }
    }

    /** An HMAC-SHA-256 cut to 80 bits. */
    public byte[] sign(String keyId, String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(keyId), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(what.getBytes(java.nio.charset.StandardCharsets.UTF_8)), BITS / 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether that key, if there still is one, made this signature. */
    public boolean verify(String keyId, String what, byte[] signature) {
        return Optional.ofNullable(keys.get(keyId)).isPresent() && MessageDigest.isEqual(sign(keyId, what), signature);
    }
}
