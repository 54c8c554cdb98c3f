package guichet.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @CsvSource({
        "functions/core/ticket/src/main/java/guichet/core/sla/Clocks.java, clocks",
        "functions/core/hours/src/main/java/guichet/core/hours/OpeningHours.java, hours",
        "functions/store/src/main/java/guichet/store/NoticeLedger.java, store",
    })
    void a_part_is_broken_again_where_its_code_has_changed(String file, String part) {
        assertEquals(List.of(part), concerned(file));
    }

    @Test
    void a_part_is_broken_again_where_its_tests_have_changed() {
        assertEquals(List.of("store"), concerned("functions/store/src/test/java/guichet/store/NoticeLedgerTest.java"));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/hours.md",
        "functions/store/src/main/java/guichet/store/TicketRow.java",
        "functions/core/ticket/src/main/java/guichet/core/slain/Clocks.java",
    })
    void what_decides_nothing_concerns_no_part(String file) {
        assertEquals(List.of(), concerned(file));
    }

    @Test
    void every_part_has_classes_to_break_and_a_folder_to_run_in() throws IOException {
        for (var target : Targets.ALL) {
            assertTrue(Files.isDirectory(ROOT.resolve(target.runIn())), target.runIn());
            for (var glob : target.classes()) {
                assertTrue(stands(target, glob), () -> target.name() + " names " + glob + ", which is not there");
            }
        }
    }

    private static boolean stands(Target target, String glob) throws IOException {
        var one = new Target(target.name(), List.of(glob), List.of(), target.sources(), target.runIn());
        try (var files = Files.walk(ROOT.resolve(target.sources()).resolve("src/main/java"))) {
            return files.map(file -> ROOT.relativize(file).toString()).anyMatch(one::concerns);
        }
    }

    private static List<String> concerned(String file) {
        return Targets.ALL.stream()
                .filter(target -> target.concerns(file))
                .map(Target::name)
                .toList();
    }
}
