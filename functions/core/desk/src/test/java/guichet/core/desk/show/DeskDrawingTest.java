package guichet.core.desk.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.file.DeskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskDrawingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/desk/show");
    private static final Pattern STATE = Pattern.compile("  state \"([^\"]*)\" as ([a-z0-9_]+)");
    private static final Pattern ARROW = Pattern.compile(
            "  (\\[\\*]|[a-z0-9_]+) --> (\\[\\*]|[a-z0-9_]+)( : [^:;#\"<>\\n]*(#[0-9]+;[^:;#\"<>\\n]*)*)?");

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_desk_is_drawn_as_it_was_agreed(Language language) throws IOException {
        assertEquals(
                Files.readString(GOLDEN.resolve("petit." + language.code() + ".md")),
                DeskDrawing.markdown(read(GOLDEN.resolve("petit.yaml")), language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daj", "logeas", "divalto", "cloud", "conseil"})
    void every_state_and_move_of_a_desk_is_in_its_diagram_and_every_line_of_it_is_one_that_mermaid_takes(String id)
            throws IOException {
        var desk = read(Path.of("../../../desks", id, "desk.yaml"));
        for (var type : desk.types().values()) {
            var lines = StateDiagram.of(desk, type, new RuleSentences(desk, desk.language()))
                    .lines()
                    .toList();
            assertEquals("stateDiagram-v2", lines.getFirst());
            Set<String> named = new HashSet<>(Set.of("[*]"));
            Set<List<String>> arrows = new HashSet<>();
            for (var line : lines.subList(1, lines.size())) {
                var state = STATE.matcher(line);
                var arrow = ARROW.matcher(line);
                assertTrue(state.matches() || arrow.matches(), line);
                if (state.matches()) {
                    assertTrue(named.add(state.group(2)), "twice: " + line);
                } else {
                    assertTrue(
                            named.contains(arrow.group(1)) && named.contains(arrow.group(2)), "unknown state: " + line);
                    assertTrue(arrows.add(List.of(arrow.group(1), arrow.group(2))), "twice: " + line);
                }
            }
            assertEquals(type.states().size() + 1, named.size());
            for (var move : type.moves()) {
                if (!move.to().equals(AllowedTransition.BACK)) {
                    assertTrue(
                            arrows.contains(List.of(
                                    move.from().replace('-', '_'), move.to().replace('-', '_'))),
                            move.toString());
                }
            }
        }
    }

    @Test
    void the_robots_moves_are_arrows_too() throws IOException {
        var desk = read(Path.of("../../../desks/cloud/desk.yaml"));
        var closing = StateDiagram.of(desk, desk.types().get("support"), new RuleSentences(desk, Language.EN))
                .lines()
                .filter(line -> line.startsWith("  attente_client --> fermee"))
                .collect(Collectors.joining());
        assertEquals("  attente_client --> fermee : agents / robot (untouched for 12d)", closing);
    }

    @Test
    void a_label_cannot_end_its_quotes_or_start_a_directive() {
        assertEquals(
                "#34; #37;#37;#123;init#125; #35;x#59; #60;b#62; #58;", StateDiagram.escaped("\" %%{init} #x; <b>\n:"));
    }

    @Test
    void a_cell_cannot_end_its_row() {
        assertEquals("a \\| b &lt;i> c", Markdown.escaped("a | b <i>\n c"));
    }

    private static Desk read(Path file) throws IOException {
        return DeskFile.read(file.getFileName().toString(), Files.readAllBytes(file))
                .orThrow();
    }
}
