package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.template.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyConditionTest {
    private static final Map<String, String> NONE = Map.of();

    private static boolean holds(String operator, Map<String, String> context, String... values) {
        return PolicyCondition.of(operator, "key", List.of(values)).holds(context);
    }

    private static Map<String, String> key(String value) {
        return Map.of("key", value);
    }

    @Test
    void one_of_the_values_must_be_the_very_same() {
        assertTrue(holds("StringEquals", key("inbox/"), "mail/", "inbox/"));
        assertFalse(holds("StringEquals", key("inbox/x"), "inbox/"));
        assertFalse(holds("StringEquals", key("inbox/x"), "inbox/*"), "an asterisk is an asterisk");
        assertFalse(holds("StringEquals", NONE, "inbox/"));
    }

    @Test
    void one_of_the_patterns_must_match() {
        assertTrue(holds("StringLike", key("g#H#cloud"), "g#I#*", "g#H#*"));
        assertFalse(holds("StringLike", key("g#T#cloud#1"), "g#H#*"));
        assertFalse(holds("StringLike", NONE, "*"));
    }

    @Test
    void none_of_the_values_may_match_and_none_does_where_there_is_no_key() {
        assertFalse(holds("StringNotEquals", key("a"), "a", "b"));
        assertTrue(holds("StringNotEquals", key("c"), "a", "b"));
        assertTrue(holds("StringNotEquals", NONE, "a"));
        assertFalse(holds("StringNotLike", key("abc"), "a*"));
        assertTrue(holds("StringNotLike", key("bc"), "a*"));
    }

    @Test
    void for_all_values_and_if_exists_hold_where_there_is_no_key() {
        assertTrue(holds("ForAllValues:StringLike", NONE, "g#H#*"));
        assertFalse(holds("ForAllValues:StringLike", key("g#T#1"), "g#H#*"));
        assertTrue(holds("StringEqualsIfExists", NONE, "a"));
        assertFalse(holds("StringEqualsIfExists", key("b"), "a"));
    }

    @Test
    void an_operator_that_is_not_known_is_refused() {
        for (var unknown : List.of("ForAnyValue:StringLike", "ArnLike", "Bool", "StringEqualsIgnoreCase", "Null")) {
            assertEquals(
                    "the local stack does not know the condition operator " + unknown,
                    assertThrows(TemplateException.class, () -> PolicyCondition.of(unknown, "key", List.of("a")))
                            .getMessage());
        }
    }
}
