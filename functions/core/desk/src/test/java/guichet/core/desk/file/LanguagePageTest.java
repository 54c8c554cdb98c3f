package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.TextUse;
import guichet.core.desk.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that documents the desk language says what the reader knows, no more and no less. */
class LanguagePageTest {
    private static final Pattern KEY = Pattern.compile("\\*\\*([a-z-]+)\\*\\*");
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../../../docs/desk-language.md"));
    }

    @Test
    void every_section_is_a_row_with_the_keys_that_the_reader_knows() {
        var rows = part("## Sections")
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(LanguagePageTest::keys)
                .toList();
        assertEquals(
                Stream.of(SectionKeys.values())
                        .map(section -> Set.copyOf(section.keys()))
                        .toList(),
                rows);
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

    private static Set<String> keys(String row) {
        return KEY.matcher(row).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String part(String heading) {
        var parts = List.of(page.split("(?m)^(?=## )"));
        return parts.stream()
                .filter(part -> part.startsWith(heading + "\n"))
                .findFirst()
                .orElseThrow();
    }
}
