package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.Foreground;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A stack in the foreground ends when it is told to, whatever it is at, and leaves nothing running and nothing locked.
 */
@Tag("stack")
class StopTest {
    private static final String READY = "ready";
    private static final String STARTING = "starting";
    private static final int SECONDS = 20;

    @TempDir
    Path data;

    public static void main(String[] arguments) throws Exception {
        System.out.println(STARTING);
        Foreground.run(Helpdesk.config().withData(Path.of(arguments[0])), stack -> System.out.println(READY));
    }

    @ParameterizedTest
    @CsvSource({"TERM, ready", "INT, ready", "TERM, starting", "INT, starting"})
    void a_signal_stops_all_of_it_within_seconds(String signal, String when) throws Exception {
        var process = start();
        var output = process.inputReader();
        await(output, when);
        var functions = when.equals(READY) ? process.descendants().toList() : List.<ProcessHandle>of();
        assertEquals(when.equals(READY), !functions.isEmpty());
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        try {
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "it still runs");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        for (var function : functions) {
            assertTrue(!function.isAlive(), function.info().toString());
        }
        var lock = data.resolve("lock");
        if (lock.toFile().exists()) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                assertTrue(channel.tryLock() != null, "the folder is still held");
            }
        }
    }

    private Process start() throws IOException {
        // as the launcher does: these tests may themselves run where SIGINT is ignored
        var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(StackProcess.command(StopTest.class, data));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void await(BufferedReader output, String word) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IOException("it ended before it was " + word);
    }
}
