package guichet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import guichet.cli.bench.Bench;
import guichet.cli.bench.BenchResult;
import guichet.cli.bench.Benches;
import guichet.cli.bench.Scale;
import guichet.cli.bench.StackUnderTest;
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

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "size, reading, cold, life, mails, sweep, list; all if left out")
    List<String> names = List.of();

    @Option(
            names = "--size",
            paramLabel = "TICKETS",
            defaultValue = "100000",
            description = "open tickets stored for sweep and list; ${DEFAULT-VALUE} if left out")
    int size;

    @Option(
            names = "--java-options",
            paramLabel = "FLAGS",
            description = "the functions' JAVA_TOOL_OPTIONS instead of the template's, to try some out")
    String javaOptions;

    @Option(names = "--json", description = "JSON instead of a table")
    boolean json;

    @Override
    public Integer call() throws Exception {
        if (size < FEWEST_TICKETS || size > MOST_TICKETS) {
            throw new CommandFailure(
                    "--size " + size + " is not possible; allowed: " + FEWEST_TICKETS + " to " + MOST_TICKETS);
        }
        var chosen = chosen();
        var results = new ArrayList<BenchResult>();
        var environment = javaOptions == null ? Map.<String, String>of() : Map.of("JAVA_TOOL_OPTIONS", javaOptions);
        try (var stack = new StackUnderTest(Main.root(), environment, started -> SampleData.of(started, Main.root()))) {
            var progress = spec.commandLine().getErr();
            for (var bench : chosen) {
                progress.println("guichet: measuring " + bench.name() + " …");
                progress.flush();
                results.addAll(bench.run(new Bench.Setting(Main.root(), stack, size, Scale.FULL)));
            }
        } catch (StartException e) {
            throw new CommandFailure(e.getMessage());
        }
        print(results);
        return 0;
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
