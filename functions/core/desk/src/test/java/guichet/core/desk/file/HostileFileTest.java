package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {
    private static final Path CLOUD = Path.of("../../../desks/cloud/desk.yaml");

    @Test
    void a_file_of_more_than_1_mb_is_refused_by_its_size() {
        assertEquals(
                "desk.yaml: the file is too large: \"1048577 bytes\" (allowed: up to 1 MB)",
                first(new byte[1024 * 1024 + 1]));
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() {
        assertEquals(
                "desk.yaml: the file is not written in UTF-8 (allowed: UTF-8)",
                first("name: Désk".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void an_empty_file_is_refused() {
        assertEquals("desk.yaml: the file is empty", first("# nothing\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_byte_order_mark_does_no_harm() throws IOException {
        assertEquals(
                List.of(),
                DeskFile.read("desk.yaml", "\uFEFF" + Files.readString(CLOUD)).problems());
    }

    @Test
    void windows_line_ends_do_no_harm() throws IOException {
        assertEquals(
                List.of(),
                DeskFile.read("desk.yaml", Files.readString(CLOUD).replace("\n", "\r\n"))
                        .problems());
    }

    @Test
    void aliases_that_would_multiply_without_end_are_refused_at_once() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertEquals(
                "desk.yaml:1: anchors and aliases (& and *) are not used in these files",
                first(bomb.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{a: ",
                "- ",
                "? ",
                "!x ",
                "'",
                "\"",
                "|\n",
                "a:\n b:\n",
                "&x ",
                "*x ",
                "\u0000",
                "%YAML 9.9\n",
                "\t",
                "---\n",
                "{{",
                "a: [{a: ["
            })
    void a_megabyte_of_anything_ends_in_problems_and_soon(String piece) {
        var content = piece.repeat(1_000_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
        assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DeskFile.read("desk.yaml", content))
                .problems()
                .isEmpty());
    }

    @Test
    void whatever_is_done_to_a_desk_file_gives_a_desk_or_problems_never_an_exception() throws IOException {
        var lines = Files.readAllLines(CLOUD);
        var random = new Random(20260302);
        var bad = 0;
        for (int round = 0; round < 400; round++) {
            var changed = new ArrayList<>(lines);
            for (int i = 0; i <= random.nextInt(3); i++) {
                var at = random.nextInt(changed.size());
                var line = changed.get(at);
                switch (random.nextInt(6)) {
                    case 0 -> changed.remove(at);
                    case 1 -> changed.add(at, line);
                    case 2 -> changed.set(at, "  " + line);
                    case 3 -> changed.set(at, line.replaceFirst(":.*", ": []"));
                    case 4 -> changed.set(at, line.replaceFirst(":.*", ": {}"));
                    default -> changed.set(at, line.replaceFirst("[a-z]{3}", "x"));
                }
            }
            var reading = DeskFile.read("desk.yaml", String.join("\n", changed));
            bad += reading.problems().isEmpty() ? 0 : 1;
            reading.problems()
                    .forEach(problem ->
                            assertTrue(problem.line() >= 0 && problem.line() <= changed.size() + 1, problem::toString));
        }
        assertTrue(bad > 200, "changes that were noticed: " + bad);
    }

    private static String first(byte[] content) {
        return DeskFile.read("desk.yaml", content).problems().getFirst().toString();
    }
}
