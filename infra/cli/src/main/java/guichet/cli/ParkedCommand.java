package guichet.cli;

import guichet.store.DueIndex;
import guichet.store.DueIndex.Parked;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** What was due and could not be handled, and its way back. */
@Command(
        name = "parked",
        description =
                "What was due and could not be handled: no sweep tries it again until it is released. Times in UTC.")
final class ParkedCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    @Spec
    CommandSpec spec;

    @Option(names = "--release", description = "puts them back on the sweeps' list: the next sweep takes them up")
    boolean release;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "which of them, e.g. cloud-88; all if left out")
    List<String> names = List.of();

    @Mixin
    OnAws aws;

    @Override
    public Integer call() {
        try (var table = OpenTable.of(aws)) {
            return run(
                    new DueIndex(table.db(), table.name()), spec.commandLine().getOut(), release, names);
        } catch (SdkException e) {
            throw OpenTable.unreachable(aws, e);
        }
    }

    static int run(DueIndex index, PrintWriter out, boolean release, List<String> names) {
        var parked = index.parked(MOST);
        for (var name : names) {
            if (parked.stream().noneMatch(found -> found.item().name().equals(name))) {
                throw new CommandFailure("nothing of the name \"" + name + "\" is parked");
            }
        }
        var chosen = parked.stream()
                .filter(found -> names.isEmpty() || names.contains(found.item().name()))
                .toList();
        chosen.forEach(found -> out.println(line(found) + (release ? released(index, found) : "")));
        if (parked.isEmpty()) {
            out.println("nothing is parked");
        }
        return 0;
    }

    private static String released(DueIndex index, Parked found) {
        return index.unpark(found.item()) ? ": released" : ": no longer parked";
    }

    private static String line(Parked found) {
        return found.item().name() + "  due " + found.item().due() + "  "
                + found.why().replaceAll("\\p{Cntrl}", " ").strip();
    }
}
