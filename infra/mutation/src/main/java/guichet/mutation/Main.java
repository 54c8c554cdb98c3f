package guichet.mutation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./guichet mutate}: breaks the rules one by one and says which broken rule turns no test red. */
@Command(
        name = "./guichet mutate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Breaks the rules one by one, and lists those that turned no test red. Exits 1 where too few did.")
public final class Main implements Callable<Integer> {
    @Parameters(paramLabel = "PART", arity = "0..*", description = "which parts; all if left out")
    List<String> parts = List.of();

    @Option(names = "--since", paramLabel = "REV", description = "only parts changed since, in code or tests")
    String since;

    @Option(names = "--minutes", paramLabel = "N", description = "stop after so many, and say what was left out")
    Integer minutes;

    @Option(
            names = "--least",
            paramLabel = "PERCENT",
            defaultValue = "92",
            description = "how many a part must find; ${DEFAULT-VALUE} if left out")
    int least;

    private final Path root = Path.of(System.getProperty("guichet.root", "."));

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var started = System.nanoTime();
        var classPath = Files.readString(root.resolve("infra/mutation/target/classpath.txt"));
        var pit = new Pit(root, classPath.strip());
        var explained = Explained.read(root.resolve("infra/mutation/explained.txt"));
        var outcomes = new ArrayList<PartOutcome>();
        var leftOut = new ArrayList<String>();
        var notRun = new ArrayList<String>();
        var chosen = chosen();
        System.out.println("mutate: " + names(chosen));
        for (var target : chosen) {
            var left = left(started);
            System.err.println("mutate: breaking " + target.name() + " …");
            var before = System.nanoTime();
            Optional<List<Mutant>> mutants;
            try {
                mutants = left.isPositive() ? pit.run(target, left) : Optional.empty();
            } catch (IllegalStateException e) {
                System.out.println("mutate: " + e.getMessage());
                notRun.add(target.name());
                continue;
            }
            if (mutants.isEmpty()) {
                leftOut.add(target.name());
                continue;
            }
            var outcome = new PartOutcome(
                    target.name(), mutants.get(), explained, (System.nanoTime() - before) / 1_000_000_000L);
            outcomes.add(outcome);
            System.out.println(outcome);
            outcome.survivors().forEach(survivor -> System.out.println("    " + survivor));
        }
        return Math.max(verdict(outcomes, leftOut), notRun.isEmpty() || least == 0 ? 0 : 1);
    }

    private int verdict(List<PartOutcome> outcomes, List<String> leftOut) {
        if (!leftOut.isEmpty()) {
            System.out.println("mutate: left out, as time ran out: " + String.join(", ", leftOut));
        }
        var weak =
                outcomes.stream().filter(outcome -> outcome.percent() < least).toList();
        if (weak.isEmpty()) {
            System.out.println("mutate: " + outcomes.size() + " parts, each finds " + least + " % or more");
            return 0;
        }
        System.out.println("mutate: less than " + least + " % found in "
                + weak.stream().map(PartOutcome::part).collect(Collectors.joining(", ")));
        return 1;
    }

    private Duration left(long started) {
        return minutes == null
                ? Duration.ofDays(1)
                : Duration.ofMinutes(minutes).minusNanos(System.nanoTime() - started);
    }

    private List<Target> chosen() throws IOException, InterruptedException {
        for (var part : parts) {
            if (Targets.ALL.stream().noneMatch(target -> target.name().equals(part))) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "there is no part " + part + "; there are: " + names(Targets.ALL));
            }
        }
        var changed = since == null ? List.<String>of() : changedSince(since);
        return Targets.ALL.stream()
                .filter(target -> parts.isEmpty() || parts.contains(target.name()))
                .filter(target -> since == null || changed.stream().anyMatch(target::concerns))
                .toList();
    }

    private List<String> changedSince(String revision) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "diff", "--name-only", revision, "--")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new CommandLine.ParameterException(new CommandLine(this), "git knows no revision " + revision);
        }
        return names.lines().toList();
    }

    private static String names(List<Target> targets) {
        return targets.isEmpty()
                ? "nothing that decides has changed"
                : targets.stream().map(Target::name).collect(Collectors.joining(", "));
    }
}
