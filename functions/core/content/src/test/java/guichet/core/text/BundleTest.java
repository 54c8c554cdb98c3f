package guichet.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final class SampleWords {}

    private final Bundle bundle = Bundle.of(SampleWords.class);

    @Test
    void a_message_is_said_in_each_language_that_has_a_file() {
        var greeting = bundle.message("greeting");
        assertEquals("Bonjour", greeting.in("fr"));
        assertEquals("Hello", greeting.in("en"));
        assertEquals("Xhello", greeting.in("xx"));
    }

    @Test
    void french_is_written_as_it_is_read_and_placeholders_go_by_their_names() {
        var refused = bundle.message("refused", "field", "value");
        assertEquals(
                "« to » : l'adresse « a@b » n'est pas connue ; essayez {email, name}.", refused.in("fr", "to", "a@b"));
        assertEquals("“to”: the address “a@b” isn't known; try {email, name}.", refused.in("en", "to", "a@b"));
        assertEquals("a@b a@b xnot to", refused.in("xx", "to", "a@b"));
        assertEquals("12\u00a0%", bundle.message("narrow", "n").in("fr", 12));
    }

    @Test
    void what_is_put_in_is_not_read_for_placeholders() {
        assertEquals(
                "« {value} » : l'adresse « {field} » n'est pas connue ; essayez {email, name}.",
                bundle.message("refused", "field", "value").in("fr", "{value}", "{field}"));
    }

    @Test
    void english_stands_in_for_a_missing_file_or_word_whatever_the_machine_speaks() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            assertEquals("Hello", bundle.message("greeting").in("de"));
            assertEquals("only in English", bundle.message("spare").in("fr"));
        } finally {
            Locale.setDefault(machine);
        }
        assertTrue(bundle.speaks("xx"));
        assertFalse(bundle.speaks("de"));
    }

    @Test
    void a_word_that_no_file_has_is_a_mistake() {
        var unknown = bundle.message("unknown");
        assertThrows(MissingResourceException.class, () -> unknown.in("fr"));
    }

    @Test
    void values_and_placeholders_are_equally_many() {
        var refused = bundle.message("refused", "field", "value");
        assertThrows(IllegalArgumentException.class, () -> refused.in("fr", "to"));
    }

    @Test
    void all_that_can_be_said_is_known_by_key_each_once() {
        bundle.message("greeting");
        bundle.message("refused", "field", "value");
        assertEquals(
                List.of("greeting", "refused"),
                bundle.messages().stream().map(Message::key).toList());
        assertThrows(IllegalArgumentException.class, () -> bundle.message("greeting"));
    }
}
