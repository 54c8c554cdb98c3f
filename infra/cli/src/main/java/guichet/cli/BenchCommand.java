package guichet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import guichet.cli.bench.Bench;
import guichet.cli.bench.BenchResult;
import guichet.cli.bench.Benches;
import guichet.cli.bench.MachineYardsticks;
import guichet.cli.bench.Scale;
import guichet.cli.bench.StackUnderTest;
import guichet.cli.bench.against.Against;
import guichet.cli.bench.against.AgainstException;
import guichet.local.StartException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The measurements, each with how it was taken. What misses its target is reported, and is no error. */
@Command(name = "bench", description = "The measurements, each with how it was taken.")
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_TICKETS = 1_000_000;
    private static final int FEWEST_TICKETS = 2_000;
    private static final int TICKETS = 100_000;
    /** Of a comparison, which stores them anew in each turn. */
    private static final int TICKETS_AGAINST = 5_000;

    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 99;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "size, reading, masking, cold, life, mails, sweep, list; all if left out")
    List<String> names = List.of();

    @Option(
            names = "--size",
            paramLabel = "TICKETS",
            description = "open tickets stored for sweep and list; " + TICKETS + " if left out, " + TICKETS_AGAINST
                    + " with --against")
    Integer size;

    @Option(
            names = "--java-options",
            paramLabel = "FLAGS",
            description = "the functions' JAVA_TOOL_OPTIONS instead of the template's, to try some out")
    String javaOptions;

    @Option(names = "--json", description = "JSON instead of a table")
    boolean json;

    @Option(
            names = "--against",
            paramLabel = "REV",
            description = "builds that revision (a commit, branch, tag, HEAD~3) under target/against and measures both"
                    + " in turn: each figure's ratio, ours by theirs, and both as multiples of yardsticks that are"
                    + " measured before each turn")
    String against;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how many turns each revision has at each measurement; " + ROUNDS + " if left out")
    Integer rounds;

    @Override
    public Integer call() throws Exception {
        check("--size", size, FEWEST_TICKETS, MOST_TICKETS);
        check("--rounds", rounds, 1, MOST_ROUNDS);
        var chosen = chosen();
        if (against != null) {
            return compare(chosen);
        }
        if (rounds != null) {
            throw new CommandFailure("--rounds is for a comparison: say --against REV too");
        }
        var results = new ArrayList<BenchResult>();
        var environment = javaOptions == null ? Map.<String, String>of() : Map.of("JAVA_TOOL_OPTIONS", javaOptions);
        try (var stack = new StackUnderTest(Main.root(), environment, started -> SampleData.of(started, Main.root()))) {
            for (var bench : chosen) {
                progress("measuring " + bench.name() + " …");
                results.addAll(
                        bench.run(new Bench.Setting(Main.root(), stack, size == null ? TICKETS : size, Scale.FULL)));
            }
        } catch (StartException e) {
            throw new CommandFailure(e.getMessage());
        }
        print(results);
        return 0;
    }

    private int compare(List<Bench> chosen) throws Exception {
        var options = new ArrayList<>(List.of("--size", Integer.toString(size == null ? TICKETS_AGAINST : size)));
        if (javaOptions != null) {
            options.addAll(List.of("--java-options", javaOptions));
        }
        var asked = new Against.Asked(
                Main.root(),
                against,
                chosen.stream().map(Bench::name).toList(),
                rounds == null ? ROUNDS : rounds,
                options);
        try (var yardsticks = new MachineYardsticks()) {
            var comparison = Against.compare(asked, yardsticks, this::progress);
            var out = spec.commandLine().getOut();
            out.println(json ? comparison.json() : comparison.table());
            out.flush();
            return 0;
        } catch (AgainstException e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private static void check(String option, Integer value, int fewest, int most) {
        if (value != null && (value < fewest || value > most)) {
            throw new CommandFailure(option + " " + value + " is not possible; allowed: " + fewest + " to " + most);
        }
    }

    private void progress(String line) {
        var progress = spec.commandLine().getErr();
        progress.println("guichet: " + line);
        progress.flush();
    }

    private List<Bench> chosen() {
        var all = Benches.ALL;
        for (var name : names) {
            if (all.stream().noneMatch(bench -> bench.name().equals(name))) {
                throw new CommandFailure("there is no measurement " + name + "; there are: "
                        + String.join(", ", all.stream().map(Bench::name).toList()));
            }
        }
        return all.stream()
                .filter(bench -> names.isEmpty() || names.contains(bench.name()))
                .toList();
    }

    private void print(List<BenchResult> results) throws IOException {
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(results)
                        : BenchResult.table(results));
        out.flush();
    }
}
