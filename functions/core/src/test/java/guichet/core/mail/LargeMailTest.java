package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest mail that SES takes, whatever fills it, is read within 256 MB, the mail itself among them: in a process that has no more. */
class LargeMailTest {
    private static final int LARGEST = 40 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"one file", "one text", "one page of HTML", "many headers", "one header", "many parts"})
    void forty_megabytes_are_read_within_256(String filledWith) throws Exception {
        var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                LargeMailTest.class.getName(), filledWith).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String... filledWith) {
        var mail = MailReader.read(largest(filledWith[0]));
        if (!mail.from().address().equals("alice@acme.example")) throw new AssertionError(mail.from());
    }

    private static byte[] largest(String filledWith) {
        return switch (filledWith) {
            case "one file" -> fill("Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\r\n");
            case "one text" -> fill("Content-Type: text/plain; charset=utf-8\r\n\r\n", "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r\n");
            case "one page of HTML" -> fill("Content-Type: text/html; charset=utf-8\r\n\r\n", "<p>Une ligne de <b>texte</b> tout à fait ordinaire.</p>\r\n");
            case "many headers" -> fill("", "X-A: b\r\n");
            case "one header" -> fill("X-A: b\r\n", " encore une ligne du même en-tête, qui ne finit pas\r\n");
            case "many parts" -> fill("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: image/png\r\n\r\nx\r\n");
            default -> throw new IllegalArgumentException(filledWith);
        };
    }

    private static byte[] fill(String headers, String with) {
        var mail = new ByteArrayOutputStream(LARGEST);
        mail.writeBytes(("From: alice@acme.example\r\nSubject: 40 MB\r\nMIME-Version: 1.0\r\n" + headers).getBytes(StandardCharsets.UTF_8));
        byte[] line = with.getBytes(StandardCharsets.UTF_8);
        while (mail.size() + line.length <= LARGEST) mail.writeBytes(line);
        return mail.toByteArray();
    }
}
