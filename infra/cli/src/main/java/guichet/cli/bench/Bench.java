package guichet.cli.bench;

import java.nio.file.Path;
import java.util.List;

/** One measurement, or a few that come of one run. */
public interface Bench {
    /** @param root the project's; @param size how many tickets the lists and sweeps are measured among */
    record Setting(Path root, StackUnderTest stack, int size, Scale scale) {}

    String name();

    List<BenchResult> run(Setting setting) throws Exception;
}
