package guichet.local.probe;

import guichet.local.Config;
import guichet.local.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A stack of probes in a process of its own, to be killed: {@code PROJECT DATA}. Prints the port of its SMTP server.
 */
public final class ProbeStack {
    private ProbeStack() {}

    public static void main(String[] args) throws Exception {
        var project = Path.of(args[0]);
        var config = Config.forTests(project.resolve("template.yaml"))
                .withData(Path.of(args[1]))
                .withVisibility(Duration.ofSeconds(60))
                .withEnvironment(
                        Map.of("PROBE_LOG", project.resolve("probe.log").toString()));
        var stack = Stack.start(config);
        System.out.println("smtp " + stack.smtpPort());
        new CountDownLatch(1).await();
    }
}
