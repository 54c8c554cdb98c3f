package guichet.core.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that reply addresses and cursors are signed with, by id: the current one signs, the others still verify.
 * HMAC-SHA256, cut.
 *
 * @param current id of the key that signs
 * @param byId at least 16 bytes each; ids of up to 8 lower-case letters and digits
 */
public record SigningKeys(String current, Map<String, byte[]> byId) {
    private static final String ALGORITHM = "HmacSHA256";

    public SigningKeys {
        byId = Map.copyOf(byId);
        if (!byId.containsKey(current)) {
            throw new IllegalArgumentException("no key is called " + current);
        }
        byId.forEach((id, key) -> {
            if (!id.matches("[a-z0-9]{1,8}") || key.length < 16) {
                throw new IllegalArgumentException(
                        "key " + id + " is too short, or its id is not lower-case letters and digits");
            }
        });
    }

    /** A signature of so many bytes over the parts, by the current key. */
    public byte[] sign(int bytes, String... parts) {
        return Arrays.copyOf(mac(byId.get(current), parts), bytes);
    }

    /** Whether that key, if there still is one, made this signature over these parts. */
    public boolean verify(String keyId, byte[] signature, String... parts) {
        var key = byId.get(keyId);
        return key != null && MessageDigest.isEqual(Arrays.copyOf(mac(key, parts), signature.length), signature);
    }

    /** The length of each part stands before it, so that no two lists of parts sign alike. */
    private static byte[] mac(byte[] key, String... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKeys[" + current + " of " + byId.keySet() + "]";
    }
}
