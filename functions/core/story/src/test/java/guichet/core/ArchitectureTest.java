package guichet.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import guichet.core.planted.BadClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The core is pure: it decides, and neither reads a clock, nor a file, nor a network, nor chance. Each rule bites on
 * {@link BadClass}.
 */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("guichet.core");
    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(BadClass.class);

    /**
     * Libraries of the core. No AWS, no Quarkus, no Jakarta: Maven keeps them off the class path, and this says so
     * where it matters.
     */
    private static final ArchRule NO_FRAMEWORKS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "io.quarkus..",
                    "jakarta..",
                    "javax.inject..",
                    "org.jboss..")
            .allowEmptyShould(true);

    /**
     * Bytes in memory may be streamed (mail is), and a class may be a resource's address. Nothing else of java.io and
     * java.nio.
     */
    private static final Set<String> STREAMS_IN_MEMORY = Set.of(
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.Serializable",
            "java.nio.ByteBuffer",
            "java.nio.CharBuffer",
            "java.nio.Buffer");

    private static final ArchRule NO_FILES_OR_NETWORK = noClasses()
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("reach files, the network, a data base or other processes") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass target) {
                    var name = target.getName();
                    var input = target.getPackageName().equals("java.io")
                            || target.getPackageName().startsWith("java.nio")
                                    && !target.getPackageName().startsWith("java.nio.charset");
                    return input && !STREAMS_IN_MEMORY.contains(name)
                            || target.getPackageName().startsWith("java.sql")
                            || target.getPackageName().startsWith("java.net.http")
                            || Set.of(
                                            "java.net.Socket",
                                            "java.net.ServerSocket",
                                            "java.net.URLConnection",
                                            "java.net.HttpURLConnection",
                                            "java.lang.Process",
                                            "java.lang.ProcessBuilder",
                                            "java.lang.Runtime")
                                    .contains(name);
                }
            });

    private static final ArchRule NO_CLOCK_NO_CHANCE_NO_THREADS = noClasses()
            .should()
            .accessTargetWhere(
                    new DescribedPredicate<JavaAccess<?>>(
                            "ask for the time, for chance, for the machine, or start threads") {
                        @Override
                        public boolean test(JavaAccess<?> access) {
                            var owner = access.getTarget().getOwner().getName();
                            var member = access.getTarget().getName();
                            return owner.startsWith("java.time.") && member.equals("now")
                                    || owner.equals("java.time.Clock")
                                    || owner.equals("java.time.ZoneId") && member.equals("systemDefault")
                                    || owner.equals("java.lang.System")
                                            && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                                                    .contains(member)
                                    || owner.equals("java.util.Date") && member.equals("<init>")
                                    || owner.equals("java.util.Calendar")
                                    || owner.equals("java.util.UUID") && member.equals("randomUUID")
                                    || owner.equals("java.lang.Math") && member.equals("random")
                                    || owner.equals("java.util.Collections") && member.equals("shuffle")
                                    || List.of(
                                                    "java.util.Random",
                                                    "java.util.SplittableRandom",
                                                    "java.util.concurrent.ThreadLocalRandom",
                                                    "java.security.SecureRandom",
                                                    "java.lang.Thread",
                                                    "java.util.Timer",
                                                    "java.util.concurrent.Executors",
                                                    "java.util.concurrent.CompletableFuture")
                                            .contains(owner);
                        }
                    });

    /** Who knows whom among the packages; a package that is not named here is a decision to be taken. */
    private static final Map<String, Set<String>> KNOWS = knows(
            "text:",
            "files:",
            "secrets: text",
            "html: text secrets",
            "mail: text secrets files html",
            "hours: text",
            "desk: hours people text",
            "people:",
            "signing:",
            // A ticket, its state and its events; then what is worked out of them; then what decides.
            "ticket: desk text",
            "sla: ticket desk hours",
            "automation: sla ticket desk hours",
            "notice: ticket desk hours signing text",
            "access: ticket desk people",
            "command: access notice automation sla ticket desk hours text",
            "intake: mail command access notice ticket desk hours people signing text",
            "story: intake command access notice sla ticket desk people hours signing text");

    private static Map<String, Set<String>> knows(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split(": ?"))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts.length == 1 ? Set.of() : Set.of(parts[1].split(" "))));
    }

    @Test
    void the_core_is_pure() {
        NO_FRAMEWORKS.check(CORE);
        NO_FILES_OR_NETWORK.check(CORE);
        NO_CLOCK_NO_CHANCE_NO_THREADS.check(CORE);
    }

    @TestFactory
    Stream<DynamicTest> each_package_knows_only_those_below_it() {
        return KNOWS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> direction(name).check(CORE)));
    }

    @Test
    void every_package_has_its_place() {
        var packages = CORE.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[2])
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                packages.stream().filter(name -> !KNOWS.containsKey(name)).collect(Collectors.toSet()));
    }

    @Test
    void the_rules_report_a_planted_violation() {
        assertReported(NO_FILES_OR_NETWORK, "java.nio.file.Files", "java.net.http.HttpClient", "java.io.File");
        assertReported(
                NO_CLOCK_NO_CHANCE_NO_THREADS,
                "Instant.now",
                "LocalDate.now",
                "Clock.systemUTC",
                "System.currentTimeMillis",
                "UUID.randomUUID",
                "java.util.Random",
                "java.lang.Thread",
                "ZoneId.systemDefault");
        // No framework is on the core's class path, so the rule is shown to bite on one that is: JUnit in the place of
        // Quarkus.
        assertReported(
                noClasses().should().dependOnClassesThat().resideInAnyPackage("org.junit.."),
                "org.junit.jupiter.api.Test");
        var wrongWay = noClasses()
                .that()
                .resideInAPackage("guichet.core.planted..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("guichet.core.ticket..");
        assertReported(wrongWay, "guichet.core.ticket.Ticket");
    }

    private static ArchRule direction(String name) {
        var others = KNOWS.keySet().stream()
                .filter(other -> !other.equals(name) && !KNOWS.get(name).contains(other))
                .map(other -> "guichet.core." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("guichet.core." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static void assertReported(ArchRule rule, String... what) {
        var report = String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
        assertTrue(!report.isEmpty(), () -> rule.getDescription() + " reports nothing");
        Arrays.stream(what)
                .forEach(name -> assertTrue(report.contains(name), () -> name + " is not reported:\n" + report));
    }
}
