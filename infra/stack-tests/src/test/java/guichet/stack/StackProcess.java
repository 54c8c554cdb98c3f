package guichet.stack;

import guichet.local.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stack in a JVM of its own, which can be killed as a power cut does. */
record StackProcess(Process process, int smtpPort) implements AutoCloseable {
    private static final String READY = "smtp ";

    static Config config(Path data) {
        return Helpdesk.config()
                .withData(data)
                .withVisibility(Duration.ofSeconds(10))
                .withEnvironment(Map.of("GUICHET_NOTICE_LEASE", "PT8S"));
    }

    /** What runs that class's main on a data folder, with the classes and the zips of these tests. */
    static List<String> command(Class<?> main, Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dguichet.root=" + Helpdesk.ROOT,
                "-Dguichet.rights=" + System.getProperty("guichet.rights"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                data.toString());
    }

    static StackProcess start(Path data) throws IOException {
        var process = new ProcessBuilder(command(StackProcess.class, data))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new StackProcess(process, Integer.parseInt(line.substring(READY.length())));
            }
        }
        throw new IOException("the stack did not start");
    }

    /** kill -9, the function processes too. */
    void killAll() {
        var all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() {
        killAll();
    }

    public static void main(String[] arguments) throws Exception {
        var desk = Helpdesk.start(config(Path.of(arguments[0])));
        System.out.println(READY + desk.stack.smtpPort());
        new CountDownLatch(1).await();
    }
}
