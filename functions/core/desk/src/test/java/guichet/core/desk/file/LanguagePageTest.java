package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.TextUse;
import guichet.core.desk.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that documents the desk language says what the reader knows, no more and no less. */
class LanguagePageTest {
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../../../docs/desk-language.md"));
    }

    @Test
    void every_section_is_a_row_with_the_keys_that_the_reader_knows_and_what_they_are_for() {
        var rows =
                part("## Sections").lines().filter(line -> line.startsWith("|")).toList();
        assertEquals(String.join("\n", KeyHelp.page()), String.join("\n", rows));
    }

    @Test
    void every_section_and_every_key_has_half_a_sentence_of_help_and_nothing_else_has() {
        var names = new TreeSet<String>();
        for (var section : SectionKeys.values()) {
            names.add(EnumValues.written(section));
            section.keys().forEach(key -> names.add(EnumValues.written(section) + "." + key));
        }
        assertEquals(names, new TreeSet<>(KeyHelp.names()));
        for (var section : SectionKeys.values()) {
            section.all().forEach(key -> {
                var sentence = KeyHelp.sentence(section, key);
                assertTrue(sentence.matches("[A-Z`].{4,}[^.;,:!?]\\.") && !sentence.contains(". "), sentence);
            });
        }
    }

    @Test
    void every_thing_that_happens_is_named() {
        var row = part("## Values")
                .lines()
                .filter(line -> line.startsWith("| on |"))
                .findFirst()
                .orElseThrow();
        for (var trigger : Trigger.values()) {
            assertTrue(row.contains("`" + trigger.written() + "`"), trigger.written());
        }
    }

    @Test
    void every_placeholder_is_named() {
        var named = Pattern.compile("[{]([a-z.]+)}")
                .matcher(part("## Placeholders"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Stream.of(TextUse.values())
                        .flatMap(use -> use.placeholders().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                named);
    }

    @Test
    void it_stays_short() {
        assertTrue(page.lines().count() < 200);
    }

    private static String part(String heading) {
        var parts = List.of(page.split("(?m)^(?=## )"));
        return parts.stream()
                .filter(part -> part.startsWith(heading + "\n"))
                .findFirst()
                .orElseThrow();
    }
}
