package guichet.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import guichet.architecture.planted.one.One;
import guichet.architecture.planted.other.Other;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * In no module do packages know each other in a circle. Looks at what all modules were compiled to, so it stands in the
 * last of them; what the packages of the core may know of each other is said there.
 */
class NoCirclesTest {
    private static final Path ROOT = Path.of(System.getProperty("guichet.root"));
    private static final ArchRule NO_CIRCLES =
            slices().matching("guichet.(**)").should().beFreeOfCycles();

    @Test
    void no_packages_know_each_other_in_a_circle() {
        NO_CIRCLES.check(classes());
    }

    @Test
    void every_module_with_code_is_looked_at() {
        var uncompiled = modules().stream()
                .filter(module -> !Files.isDirectory(module.resolve("target/classes/guichet")))
                .map(ROOT::relativize)
                .toList();
        assertEquals(List.of(), uncompiled);
        assertTrue(modules().size() > 15, () -> "modules: " + modules().size());
    }

    @Test
    void a_planted_circle_is_found() {
        var planted = new ClassFileImporter().importClasses(One.class, Other.class);
        var report = String.join(
                "\n", NO_CIRCLES.evaluate(planted).getFailureReport().getDetails());
        assertTrue(report.contains("architecture.planted.one"), report);
        assertTrue(report.contains("architecture.planted.other"), report);
    }

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(modules().stream()
                        .map(module -> module.resolve("target/classes"))
                        .toList());
    }

    private static List<Path> modules() {
        return Stream.of("functions", "infra").flatMap(NoCirclesTest::modules).toList();
    }

    private static Stream<Path> modules(String folder) {
        try (var found = Files.find(ROOT.resolve(folder), 6, (path, _) -> path.endsWith("src/main/java/guichet"))) {
            return found
                    .filter(path -> !path.toString().contains("/target/"))
                    .map(path -> path.resolve("../../../..").normalize())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
