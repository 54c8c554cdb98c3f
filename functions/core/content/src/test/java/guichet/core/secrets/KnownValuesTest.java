package guichet.core.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownValuesTest {
    private static final KnownValues VALUES = new KnownValues(List.of("admin", "Tr0ub4dor", "x"));

    @Test
    void a_short_value_goes_where_it_is_a_word_and_a_long_one_wherever_it_stands() {
        assertEquals("(-) administrateur x-y", VALUES.replaceIn("(admin) administrateur xTr0ub4dory", "-"));
        assertEquals("seven1234567", new KnownValues(List.of("1234567")).replaceIn("seven1234567", "-"));
        assertEquals("-0", new KnownValues(List.of("12345678")).replaceIn("123456780", "-"));
    }

    @Test
    void a_text_without_one_stays_the_very_same() {
        var text = "x, administrateur";
        assertSame(text, VALUES.replaceIn(text, "-"));
        assertFalse(VALUES.anyIn(text));
        assertTrue(VALUES.anyIn("I am admin"));
    }

    @Test
    void two_characters_are_enough_to_be_looked_for() {
        assertTrue(new KnownValues(List.of("ab")).anyIn("an ab"));
    }

    @Test
    void a_long_value_is_seen_where_lines_quotes_and_invisible_signs_break_it() {
        assertTrue(VALUES.anySpreadOver("Tr0u\n> b4\u200Bdo\u00AD\uFEFF\u00A0r"));
        assertFalse(VALUES.anySpreadOver("ad\nmin"), "a short one may be the end and the beginning of two words");
        assertTrue(new KnownValues(List.of("1234 5678")).anySpreadOver("123 45678"), "eight without blanks");
        assertFalse(new KnownValues(List.of("123 45678")).anySpreadOver("1234567"));
    }
}
