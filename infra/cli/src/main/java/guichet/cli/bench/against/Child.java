package guichet.cli.bench.against;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A process that is waited for, and that ends, with all that it started, when this one does. */
final class Child {
    /** Set by git for its hooks and aliases; they would lead it elsewhere than to the directory. */
    private static final Set<String> ELSEWHERE =
            Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX");

    /** @param errors the lines of standard error */
    record Ended(int exit, String output, List<String> errors) {
        /** What it complained of last, in its own words. */
        String complaint() {
            return errors.isEmpty() ? "exit code " + exit : errors.getLast();
        }
    }

    private Child() {}

    /** @param onError is given each line of standard error as it comes */
    static Ended run(Path directory, List<String> command, Consumer<String> onError)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeAll(ELSEWHERE);
        var process = builder.start();
        var reaper = new Thread(() -> end(process), "reaper");
        Runtime.getRuntime().addShutdownHook(reaper);
        try {
            var errors = Collections.synchronizedList(new ArrayList<String>());
            var reading = Thread.startVirtualThread(
                    () -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                        errors.add(line);
                        onError.accept(line);
                    }));
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            reading.join();
            return new Ended(process.waitFor(), output, List.copyOf(errors));
        } finally {
            end(process);
            unhook(reaper);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void unhook(Thread reaper) {
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException alreadyEnding) {
            // it has its work before it
        }
    }
}
