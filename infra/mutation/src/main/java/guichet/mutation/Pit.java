package guichet.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs PIT (pitest.org) over one part, as a process of its own, on the class path of all modules and their tests. */
final class Pit {
    private static final Path REPORTS = Path.of("target", "mutation");
    /** The JVMs that run the tests; C1 alone, since most of them live for seconds. */
    private static final String JVM = "-XX:+UseSerialGC,-XX:TieredStopAtLevel=1,--enable-native-access=ALL-UNNAMED,"
            + "--sun-misc-unsafe-memory-access=allow,-Daws=embedded,-Djqwik.database=target/jqwik-mutation";

    /** The tickets of stories decide nothing: they are held to what the table does by the store's contract test. */
    private static final String NOT_RULES = "guichet.core.command.InMemory*";

    private final Path root;
    private final String classPath;

    /** @param dependencies the class path of this module, as Maven says it */
    Pit(Path root, String dependencies) throws IOException {
        this.root = root;
        this.classPath = testClasses(root) + File.pathSeparator + dependencies;
    }

    private static String testClasses(Path root) throws IOException {
        try (var modules =
                Stream.concat(Files.list(root.resolve("functions/core")), Stream.of(root.resolve("functions/store")))) {
            return modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /**
     * @return the mutants; empty where time ran out
     * @throws IllegalStateException if PIT could not run, for example since a test is red as it is
     */
    Optional<List<Mutant>> run(Target target, Duration patience) throws IOException, InterruptedException {
        var folder = Files.createDirectories(root.resolve(REPORTS).resolve(target.name()));
        var log = folder.resolve("pit.log");
        var process = new ProcessBuilder(command(target, folder))
                .directory(root.resolve(target.runIn()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return Optional.empty();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("PIT could not run over " + target.name() + "; see " + log);
        }
        try (var xml = Files.newInputStream(folder.resolve("mutations.xml"))) {
            return Optional.of(PitReport.read(xml));
        }
    }

    private List<String> command(Target target, Path folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "org.pitest.mutationtest.commandline.MutationCoverageReport"));
        command.addAll(List.of("--reportDir", folder.toString()));
        command.addAll(List.of("--targetClasses", String.join(",", target.classes())));
        command.addAll(List.of("--excludedClasses", "*Test,*Properties," + NOT_RULES));
        command.addAll(List.of("--targetTests", String.join(",", target.tests())));
        command.addAll(List.of(
                "--sourceDirs",
                root.resolve(target.sources()).resolve("src/main/java").toString()));
        command.addAll(List.of("--outputFormats", "XML,HTML", "--timestampedReports", "false"));
        command.addAll(List.of("--threads", "2", "--jvmArgs", JVM, "--verbosity", "NO_SPINNER"));
        return command;
    }
}
