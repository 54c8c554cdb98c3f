package guichet.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.signing.SigningKeys;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final byte[] OLD = "an old key of 16 bytes or more".getBytes();
    private static final byte[] NEW = "a new key of 16 bytes or more".getBytes();
    private final SignedCursors cursors = new SignedCursors(new SigningKeys("k1", Map.of("k1", OLD)));

    @Test
    void a_cursor_opens_for_whom_and_what_it_was_sealed() {
        assertEquals(
                Optional.of("000000000088"), cursors.open("alice", "q", cursors.seal("alice", "q", "000000000088")));
    }

    @Test
    void an_old_key_still_opens_after_a_new_one_signs_and_not_once_it_is_gone() {
        var sealed = cursors.seal("alice", "q", "88");
        assertEquals(
                Optional.of("88"),
                new SignedCursors(new SigningKeys("k2", Map.of("k1", OLD, "k2", NEW))).open("alice", "q", sealed));
        assertEquals(
                Optional.empty(),
                new SignedCursors(new SigningKeys("k2", Map.of("k2", NEW))).open("alice", "q", sealed));
        assertEquals(
                Optional.empty(),
                new SignedCursors(new SigningKeys("k1", Map.of("k1", NEW))).open("alice", "q", sealed));
    }

    @Test
    void every_changed_character_closes_it() {
        var sealed = cursors.seal("alice", "q", "000000000088");
        for (var i = 0; i < sealed.length(); i++) {
            var other = sealed.charAt(i) == 'B' ? 'C' : 'B';
            var changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertEquals(Optional.empty(), cursors.open("alice", "q", changed), changed);
        }
    }

    @Test
    void parts_do_not_run_into_each_other() {
        assertFalse(cursors.open("ali", "ceq", cursors.seal("alice", "q", "88")).isPresent());
        assertFalse(cursors.open("alice", "q1", cursors.seal("alice", "q", "1")).isPresent());
    }

    @Test
    void nonsense_of_any_length_opens_nothing() {
        for (var text :
                new String[] {"", ".", "..", "a.b.c", "é.k1.x", "x".repeat(100_000), "%00.k1.", "ODg.k1", "ODg.k9.AAAA"
                }) {
            assertTrue(cursors.open("alice", "q", text).isEmpty());
        }
    }

    @Test
    void a_weak_key_or_a_missing_one_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys("k1", Map.of("k1", new byte[15])));
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys("k2", Map.of("k1", OLD)));
        assertFalse(new SigningKeys("k1", Map.of("k1", OLD)).toString().contains("old key"));
    }
}
