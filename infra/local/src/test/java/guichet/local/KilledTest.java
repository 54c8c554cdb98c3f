package guichet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.probe.ProbeProject;
import guichet.local.probe.ProbeStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
    private static final int MAILS = 20;

    @TempDir
    Path folder;

    @Test
    void whatever_was_answered_250_survives_when_all_of_it_is_killed() throws Exception {
        var project = new ProbeProject(Files.createDirectory(folder.resolve("project")));
        var data = folder.resolve("data");
        var stack = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProbeStack.class.getName(),
                        project.folder().toString(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(stack.getInputStream(), StandardCharsets.UTF_8))) {
            var port = Integer.parseInt(out.readLine().substring("smtp ".length()));
            var functions = stack.descendants().toList();
            for (var i = 0; i < MAILS; i++) {
                mail(port, i);
            }
            stack.destroyForcibly().waitFor();
            assertEquals(4, functions.size());
            for (var function : functions) {
                function.onExit().get(10, TimeUnit.SECONDS);
                assertFalse(function.isAlive());
            }
        }

        try (var again = Stack.start(project.config().withData(data))) {
            again.settle();
            assertEquals(MAILS, again.aws().objects().objects("guichet-inbox").size());
            for (var i = 0; i < MAILS; i++) {
                assertTrue(project.texts("\"mail " + i + "\"").size() >= 1, "mail " + i);
            }
        }
    }

    private static void mail(int port, int number) throws IOException {
        try (var socket = new Socket("127.0.0.1", port);
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            expect(in, "220");
            for (var line :
                    new String[] {"HELO test", "MAIL FROM:<a@acme.example>", "RCPT TO:<support@cloud.example>"}) {
                say(socket, line);
                expect(in, "250");
            }
            say(socket, "DATA");
            expect(in, "354");
            say(socket, "From: a@acme.example\r\nSubject: mail " + number + "\r\n\r\nhelp\r\n.");
            expect(in, "250");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        var line = in.readLine();
        assertTrue(line != null && line.startsWith(code), line);
    }
}
