package guichet.cli.bench.against;

import guichet.cli.bench.Bench;
import guichet.cli.bench.Benches;
import guichet.cli.bench.YardstickMeter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Measures what is checked out here against another revision, both in turn on this machine. */
public final class Against {
    private Against() {}

    /**
     * @param root the project's, a working tree of git
     * @param revision whatever git takes for a commit
     * @param rows of our bench
     * @param rounds at least one
     * @param options for both revisions' bench, such as {@code --size 5000}
     */
    public record Asked(Path root, String revision, List<String> rows, int rounds, List<String> options) {}

    /**
     * Takes minutes: builds the other revision, and runs all rows of both that often.
     *
     * @param progress is told what is done, a line each
     * @throws AgainstException when there is no such revision, it cannot be built, or a row of either fails
     */
    public static Comparison compare(Asked asked, YardstickMeter meter, Consumer<String> progress) throws Exception {
        var repository = new Repository(asked.root());
        var theirs = repository.revision(asked.revision());
        var ours = repository.workingTree();
        var before = repository.state();
        var checkouts = Checkouts.of(asked.root());
        progress.accept("checking out " + theirs.abbreviated() + " under " + checkouts.folder() + " …");
        var their = Launcher.of(
                theirs.abbreviated(),
                checkouts.get(theirs),
                asked.options(),
                checkouts.folder().resolve(theirs.abbreviated() + ".log"),
                progress);
        var our = Launcher.of(
                "ours", asked.root(), asked.options(), checkouts.folder().resolve("ours.log"), progress);
        var known = their.rows();
        our.rows(); // so that both are built before either is measured
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var taken = new Turns(our, their, meter, progress).take(asked.rows(), known, asked.rounds());
        var unknownToUs = new TreeSet<>(known);
        Benches.ALL.stream().map(Bench::name).forEach(unknownToUs::remove);
        return new Comparison(
                ours,
                theirs,
                !repository.state().equals(before),
                asked.rounds(),
                asked.options(),
                Runtime.getRuntime().availableProcessors(),
                load,
                Comparison.Measured.of(taken.values()),
                taken.values().stream()
                        .flatMap(rounds -> new Pairing(rounds).figures().stream())
                        .toList(),
                List.copyOf(unknownToUs));
    }
}
