package guichet.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS = List.of("zone", "open", "closed");

    @Test
    void a_slip_of_the_keyboard_finds_the_word_that_was_meant() {
        assertEquals(Optional.of("closed"), Nearest.to("closd", KEYS));
        assertEquals(Optional.of("closed"), Nearest.to("Cloesd", KEYS));
        assertEquals(Optional.of("open"), Nearest.to("opens", KEYS));
        assertEquals("; did you mean \"zone\"?", Nearest.hint("zome", KEYS));
    }

    @Test
    void a_word_that_is_like_none_finds_none() {
        assertEquals(Optional.empty(), Nearest.to("holidays", KEYS));
        assertEquals(Optional.empty(), Nearest.to("x".repeat(10_000), KEYS));
        assertEquals("", Nearest.hint("", KEYS));
    }
}
