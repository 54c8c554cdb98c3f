package guichet.cli.bench;

import guichet.local.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the function processes of a stack have used; never the stand-ins, which live in this one. */
final class Processes {
    static final List<String> FUNCTIONS =
            List.of("InboundMail", "Portal", "Sweep", "DueWorker", "Fanout", "Notifier", "Feedback");

    private final Stack stack;

    Processes(Stack stack) {
        this.stack = stack;
    }

    /** User and system time since each process began, in seconds, by function; to a hundredth. */
    Map<String, Double> cpu() {
        var used = new LinkedHashMap<String, Double>();
        for (var function : FUNCTIONS) {
            used.put(
                    function,
                    stack.function(function).processes().stream()
                            .mapToDouble(process -> process.info()
                                            .totalCpuDuration()
                                            .map(Duration::toNanos)
                                            .orElseThrow()
                                    / 1e9)
                            .sum());
        }
        return used;
    }

    /** What was used since, in seconds. */
    Map<String, Double> cpuSince(Map<String, Double> before) {
        var now = cpu();
        now.replaceAll((function, seconds) -> seconds - before.get(function));
        return now;
    }

    /** Resident memory in MiB, by function. */
    Map<String, Double> resident() throws IOException {
        var resident = new LinkedHashMap<String, Double>();
        for (var function : FUNCTIONS) {
            double kib = 0;
            for (var process : stack.function(function).processes()) {
                kib += residentKib(process.pid());
            }
            resident.put(function, kib / 1024);
        }
        return resident;
    }

    static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static double most(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(0);
    }
}
