package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One small file a mistake; its first line says what is to be found in it, and nothing else may be. */
class MistakesTest {
    private static final Path MISTAKES = Path.of("src/test/resources/desk/mistakes");
    private static final String EXPECT = "# expect: ";

    static Stream<String> mistakes() throws IOException {
        try (var files = Files.list(MISTAKES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_found_with_its_line_and_nothing_else_is(String file) throws IOException {
        var content = Files.readString(MISTAKES.resolve(file));
        var expected = content.lines().findFirst().orElseThrow().substring(EXPECT.length());
        var found = DeskFile.read(file, content).problems().stream()
                .map(problem -> problem.toString().substring(file.length() + 1))
                .toList();
        assertEquals(List.of(expected), found);
    }
}
