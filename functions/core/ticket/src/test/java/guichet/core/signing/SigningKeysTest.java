package guichet.core.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys are replaced while what they signed is still on its way. */
class SigningKeysTest {
    private static final byte[] OLD = key(1);
    private static final byte[] NEW = key(2);
    private static final SigningKeys BEFORE = new SigningKeys("k1", Map.of("k1", OLD));
    private static final SigningKeys AFTER = new SigningKeys("k2", Map.of("k1", OLD, "k2", NEW));

    private static byte[] key(int fill) {
        var key = new byte[16];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void the_current_key_signs_and_the_one_before_still_verifies() {
        assertTrue(AFTER.verify("k2", AFTER.sign(10, "a", "b"), "a", "b"));
        assertTrue(AFTER.verify("k1", BEFORE.sign(10, "a", "b"), "a", "b"));
        assertFalse(AFTER.verify("k1", AFTER.sign(10, "a", "b"), "a", "b"), "each under its own id");
        assertArrayEquals(
                new SigningKeys("k9", Map.of("k9", NEW)).sign(10, "a"),
                AFTER.sign(10, "a"),
                "the newer key, not the first");
    }

    @Test
    void a_key_that_is_gone_verifies_nothing_any_more() {
        var later = new SigningKeys("k2", Map.of("k2", NEW));
        assertFalse(later.verify("k1", BEFORE.sign(10, "a"), "a"));
        assertFalse(later.verify("k1", later.sign(10, "a"), "a"), "nor does the current one in its name");
    }

    @Test
    void no_other_parts_have_the_same_signature() {
        var signed = BEFORE.sign(10, "reply", "cloud-1");
        assertFalse(BEFORE.verify("k1", signed, "reply", "cloud-2"));
        assertFalse(BEFORE.verify("k1", signed, "replycloud-1"));
        assertFalse(BEFORE.verify("k1", signed, "replyc", "loud-1"));
        assertFalse(BEFORE.verify("k1", signed, "reply", "cloud-1", ""));
    }

    @Test
    void a_key_is_long_enough_to_be_one_and_the_current_key_is_there() {
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys("k1", Map.of("k1", new byte[15])));
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys("k2", Map.of("k1", OLD)));
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys("K-1", Map.of("K-1", OLD)));
    }

    @Test
    void no_key_stands_in_what_is_logged() {
        assertEquals("SigningKeys[k1 of [k1]]", BEFORE.toString());
    }
}
