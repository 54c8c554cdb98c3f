package guichet.core.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u00A0\u202F\u3000",
                "\u200B",
                "\u200D\uFE0F",
                "\uFEFF",
                "\u00AD",
                "\u2060\u200E",
                "\u3164",
                "\u2800",
                "\u0000\u0085"
            })
    void what_a_reader_does_not_see_is_nothing(String text) {
        assertTrue(Visible.nothing(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "\u200Ba", "é", "日", "🚲", "\u0301"})
    void what_a_reader_sees_is_something(String text) {
        assertFalse(Visible.nothing(text));
    }
}
