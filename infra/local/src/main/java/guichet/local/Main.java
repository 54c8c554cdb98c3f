package guichet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Runs the local stack in the foreground: {@code Main PROJECT [--fresh]}. */
public final class Main {
    private static final int LOG_BYTES = 10 * 1024 * 1024;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var options = List.of(args);
        if (options.isEmpty()
                || options.size() > 2
                || (options.size() == 2 && !options.get(1).equals("--fresh"))) {
            System.err.println("usage: PROJECT [--fresh]");
            System.exit(2);
        }
        System.exit(run(Path.of(options.getFirst()), options.size() == 2));
    }

    /** What goes wrong on the way is for who looks for it; the terminal stays readable. */
    private static void logTo(Path file) throws StartException {
        try {
            var handler = new FileHandler(file.toString(), LOG_BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            var root = Logger.getLogger("");
            for (var other : root.getHandlers()) {
                root.removeHandler(other);
            }
            root.addHandler(handler);
        } catch (IOException e) {
            throw new StartException(StartException.reason(e));
        }
    }

    /** Until the process is told to end. Returns 1, with one line on standard error, if the stack cannot run. */
    public static int run(Path project, boolean fresh) throws InterruptedException {
        try {
            var config = Config.fromEnvironment(project, fresh, System.getenv());
            Foreground.run(config, stack -> {
                logTo(config.data().resolve("logs").resolve("stack.log"));
                System.out.println("ready " + stack.uri());
                System.out.println("mail in: 127.0.0.1:" + stack.smtpPort() + " · mail out: " + stack.uri()
                        + "/_local/ · data: " + config.data());
            });
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("guichet: " + e.getMessage());
            return 1;
        }
    }
}
