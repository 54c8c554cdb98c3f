package guichet.local;

import java.nio.file.Path;
import java.util.List;

/** Runs the local stack in the foreground: {@code Main PROJECT [--fresh]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var options = List.of(args);
        if (options.isEmpty() || options.size() > 2 || (options.size() == 2 && !options.get(1).equals("--fresh"))) {
            System.err.println("usage: PROJECT [--fresh]");
            System.exit(2);
        }
        System.exit(run(Path.of(options.getFirst()), options.size() == 2));
    }

    /** Until the process is told to end. Returns 1, with one line on standard error, if the stack cannot run. */
    public static int run(Path project, boolean fresh) throws InterruptedException {
        try {
            var config = Config.fromEnvironment(project, fresh, System.getenv());
            var stack = Stack.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            System.out.println("ready " + stack.uri());
            System.out.println("mail in: 127.0.0.1:" + stack.smtpPort() + " · mail out: " + stack.uri() + "/_local/ · data: " + config.data());
            Stack.park();
            return 0;
        } catch (StartException | IllegalArgumentException e) {
            System.err.println("guichet: " + e.getMessage());
            return 1;
        }
    }
}
