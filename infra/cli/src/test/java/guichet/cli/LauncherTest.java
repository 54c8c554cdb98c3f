package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, with a JDK that only says how it was started. */
class LauncherTest {
    private static final int SIGINT = 1 << 1;

    @TempDir
    Path root;

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void project() throws IOException {
        Files.copy(Path.of("../../guichet"), root.resolve("guichet"));
        root.resolve("guichet").toFile().setExecutable(true);
        tool("javac", "echo javac 25.0.1");
        tool("java", "grep SigIgn /proc/self/status");
        Files.createDirectories(root.resolve("target"));
        for (var built : List.of("tools.stamp", "functions.stamp")) {
            Files.createFile(root.resolve("target").resolve(built));
        }
    }

    private void tool(String name, String does) throws IOException {
        var file = Files.createDirectories(root.resolve("jdk/bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        file.toFile().setExecutable(true);
    }

    private Ran run(String script, int http) throws Exception {
        var builder = new ProcessBuilder("bash", "-c", script).directory(root.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", root.resolve("jdk").toString(),
                        "GUICHET_HTTP_PORT", Integer.toString(http),
                        "GUICHET_SMTP_PORT", "0"));
        var process = builder.redirectError(root.resolve("err").toFile())
                .redirectOutput(root.resolve("out").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ran(
                process.exitValue(),
                Files.readString(root.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(root.resolve("err"), StandardCharsets.UTF_8));
    }

    /** As a script's background jobs do. */
    @Test
    void what_is_started_where_sigint_is_ignored_can_be_interrupted_all_the_same() throws Exception {
        var ran = run("trap '' INT; exec ./guichet start", 0);
        assertEquals(0, ran.exit(), ran.err());
        var ignored =
                Long.parseUnsignedLong(ran.out().replaceFirst("SigIgn:\\s*", "").strip(), 16);
        assertEquals(0, ignored & SIGINT, ran.out());
    }

    @Test
    void a_port_that_is_taken_is_said_before_anything_is_built() throws Exception {
        Files.delete(root.resolve("target/tools.stamp"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var ran = run("./guichet start", taken.getLocalPort());
            assertEquals(1, ran.exit());
            assertEquals(
                    "guichet: port " + taken.getLocalPort()
                            + " is taken: stop what listens there, or set GUICHET_HTTP_PORT to another\n",
                    ran.err());
        }
    }
}
