package guichet.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.text.Literals.Bounds;
import guichet.core.text.Literals.Literal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    private static Literals anywhere(String... texts) {
        return new Literals(
                Stream.of(texts).map(text -> new Literal(text, Bounds.ANYWHERE)).toList());
    }

    @Test
    void the_longest_that_stands_at_a_place_goes() {
        assertEquals("[•][•]d[•]", anywhere("ab", "abc", "bcd").replace("[abc][ab]d[bcd]", "•"));
    }

    @Test
    void a_shorter_one_goes_where_the_longer_only_begins() {
        assertEquals("•cx •", anywhere("ab", "abcd", "abcdef").replace("abcx abcdef", "•"));
    }

    @Test
    void a_word_is_left_within_a_longer_one_and_the_shorter_literal_is_looked_at() {
        var words = new Literals(List.of(new Literal("admin", Bounds.WORD), new Literal("admin système", Bounds.WORD)));
        assertEquals(
                "• administrateur • systèmes 2admin", words.replace("admin administrateur admin systèmes 2admin", "•"));
        assertEquals("•.", words.replace("admin système.", "•"));
    }

    @Test
    void a_text_without_any_stays_the_very_same() {
        String text = "rien à voir";
        assertSame(text, anywhere("ab", "abc").replace(text, "•"));
        assertFalse(anywhere("ab").anyIn(text));
        assertFalse(anywhere().anyIn(text));
        assertFalse(anywhere("ab").anyIn("a"));
    }

    @Test
    void a_long_one_goes_to_its_end_and_no_further() {
        String key = "Ab1".repeat(500);
        assertEquals("<•Ab>", anywhere(key).replace("<" + key + "Ab>", "•"));
    }

    @Test
    void of_two_long_ones_that_begin_alike_each_goes_to_its_own_end() {
        String begin = "Ab1".repeat(100);
        assertEquals(
                "<•> <•>",
                anywhere(begin + "xyz", begin + "uvwxyz").replace("<" + begin + "xyz> <" + begin + "uvwxyz>", "•"));
    }

    /** As a loop over all of them would, the longest first. */
    @Test
    void what_goes_is_what_goes_one_by_one() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var texts = new HashSet<String>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                texts.add(word(random, 2 + random.nextInt(5)));
            }
            String text = word(random, random.nextInt(60));
            assertEquals(
                    oneByOne(
                            text,
                            texts.stream()
                                    .sorted(Comparator.comparing(String::length).reversed())
                                    .toList()),
                    anywhere(texts.toArray(String[]::new)).replace(text, "•"),
                    () -> texts + " in " + text);
        }
        assertTrue(anywhere("ab").anyIn("xxab"));
    }

    private static String oneByOne(String text, List<String> longestFirst) {
        var out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int start = at;
            var found = longestFirst.stream()
                    .filter(literal -> text.startsWith(literal, start))
                    .findFirst();
            out.append(found.isPresent() ? "•" : text.charAt(at));
            at += found.map(String::length).orElse(1);
        }
        return out.toString();
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
