package guichet.cli.bench;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;

/** What is deployed, and what it takes when it does nothing. */
final class SizeBench implements Bench {
    private static final List<String> ZIPS = List.of("inbound-mail", "portal", "sweeps", "fanout", "notifier");

    @Override
    public String name() {
        return "size";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var zips = new LinkedHashMap<String, Double>();
        for (var zip : ZIPS) {
            zips.put(zip, Files.size(setting.root().resolve("functions/" + zip + "/target/function.zip")) / 1e6);
        }
        var idle = setting.stack().processes().resident();
        return List.of(
                BenchResult.atMost(
                        25,
                        name(),
                        "largest function zip",
                        Processes.most(zips),
                        "MB",
                        "size of each function.zip, in 10⁶ bytes",
                        zips),
                BenchResult.atMost(
                        180,
                        name(),
                        "largest function, idle",
                        Processes.most(idle),
                        "MiB",
                        "VmRSS of each process once all are ready",
                        idle));
    }
}
