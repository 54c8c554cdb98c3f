package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskSchema;
import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.ReadResult;
import guichet.core.story.DeskWords.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A word of the desk language that changes nothing is a defect. Each key is left out of a desk that has it, and each
 * value of a fixed set is put where its key may stand and compared with the desk without that key: something must then
 * go otherwise. Where no desk can be read with one of the two, the reader must have named the word. What is drawn of a
 * desk counts for nothing here.
 */
class EveryWordActsTest {
    private static final Path HERE = Path.of("src/test/resources/words");
    private static final Pattern SHOWN = Pattern.compile("shown in (\\w+) by (\\w+)\\.(\\w+)");
    private static final int TRIES = 3;

    private final DeskWords words = new DeskWords(DeskSchema.desk());
    private final List<ShownDesk> desks = Stream.concat(
                    Stream.of(HERE.resolve("every")),
                    Stream.of("cloud", "daj", "conseil", "divalto", "logeas").map(Desks.FOLDER::resolve))
            .map(ShownDesk::new)
            .toList();

    /** Word to reason. */
    private final SortedMap<String, String> listed = ShownDesk.text(HERE.resolve("idle.txt"))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, _) -> one, TreeMap::new));

    private final Set<Word> acting = new HashSet<>();

    /** Of a word at one place, from what says least. */
    private enum Finding {
        NONE,
        /** The reader minds the word: it refuses the file with it, or without it. */
        REFUSED,
        SAME,
        OTHERWISE
    }

    @Test
    void every_word_of_the_desk_language_makes_something_go_otherwise_or_is_listed() {
        assertEquals(
                String.join("\n", listed.keySet()),
                String.join("\n", idle()),
                "CONTRIBUTING.md says what to do with a word that is in one of the lists only");
    }

    @Test
    void tests_that_are_said_to_show_a_word_are_there() throws IOException {
        for (var reason : listed.values()) {
            var named = SHOWN.matcher(reason);
            if (named.matches()) {
                try (var files = Files.walk(Path.of("../..", named.group(1), "src/test/java"))) {
                    var test = files.filter(file -> file.endsWith(named.group(2) + ".java"))
                            .findFirst();
                    assertTrue(ShownDesk.text(test.orElseThrow()).contains("void " + named.group(3) + "("), reason);
                }
            }
        }
    }

    /** What stands under a key that does nothing is not asked for: it comes with the key. */
    private Set<String> idle() {
        var idle = new TreeSet<String>();
        var known = new LinkedHashSet<>(List.of("desk"));
        var next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            for (var word : words.of(next.poll())) {
                if (acts(word)) {
                    acting.add(word);
                    words.under(word).stream().filter(known::add).forEach(next::add);
                } else {
                    idle.add(word.toString());
                }
            }
        }
        return idle;
    }

    /** A key of a fixed set of values acts where one of them does. */
    private boolean acts(Word word) {
        var values = words.of(word.section()).stream()
                .filter(other -> other.key().equals(word.key()) && other.value().isPresent())
                .toList();
        if (word.value().isEmpty() && words.isRequired(word)) {
            return true; // the reader refuses the section without it
        }
        return word.value().isEmpty() && !values.isEmpty()
                ? values.stream().anyMatch(acting::contains)
                : found(word) == Finding.OTHERWISE;
    }

    private Finding found(Word word) {
        var tries = listed.containsKey(word.toString()) ? 1 : TRIES;
        var found = Finding.NONE;
        for (var desk : desks) {
            for (var place :
                    Places.of(words, word, desk.file).stream().limit(tries).toList()) {
                var here = found(word, place, desk);
                if (here == Finding.OTHERWISE) {
                    return here;
                }
                found = here.compareTo(found) > 0 ? here : found;
            }
        }
        return found == Finding.REFUSED ? Finding.OTHERWISE : found;
    }

    private Finding found(Word word, Places.Place place, ShownDesk desk) {
        var read = ShownDesk.read(
                word.value().map(value -> place.with().apply(value)).orElse(desk.file));
        if (!(read instanceof ReadResult.Good<Desk>(var one))) {
            return refused(read, word.value().orElseThrow());
        }
        var instead = words.isRequired(word) ? place.rest().orElse(() -> desk.file) : place.without();
        var without = ShownDesk.read(instead.get());
        if (without instanceof ReadResult.Good<Desk>(var other)) {
            return desk.differ(one, other) ? Finding.OTHERWISE : Finding.SAME;
        }
        return refused(without, word.key().replaceFirst("s$", "") + "s?");
    }

    private static Finding refused(ReadResult<Desk> read, String naming) {
        var named = Pattern.compile("\\b" + naming + "\\b");
        return read.problems().stream()
                        .map(FileProblem::toString)
                        .anyMatch(problem -> named.matcher(problem).find())
                ? Finding.REFUSED
                : Finding.NONE;
    }
}
