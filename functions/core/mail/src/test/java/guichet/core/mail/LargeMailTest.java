package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest mail that SES takes, whatever fills it, is read within 256 MB, the mail itself among them: in a process
 * that has no more.
 */
class LargeMailTest {
    private static final int LARGEST = 40 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one file",
                "one text",
                "one page of HTML",
                "many headers",
                "one header",
                "many parts",
                "one text in base64",
                "one text with a stray byte",
                "one text behind no blank line",
                "short lines behind no blank line",
                "fields behind a text",
                "one text of returns",
                "one text of doubled returns",
                "many boundaries",
                "many containers"
            })
    void forty_megabytes_are_read_within_256(String filledWith) throws Exception {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMailTest.class.getName(),
                        filledWith)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String... filledWith) {
        var mail = MailReader.read(largest(filledWith[0]));
        if (!mail.from().address().equals("alice@acme.example")) {
            throw new AssertionError(mail.from());
        }
    }

    private static byte[] largest(String filledWith) {
        return switch (filledWith) {
            case "one file" ->
                fill(
                        "Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                        "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\r\n");
            case "one text" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\n",
                        "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r\n");
            case "one page of HTML" ->
                fill(
                        "Content-Type: text/html; charset=utf-8\r\n\r\n",
                        "<p>Une ligne de <b>texte</b> tout à fait ordinaire.</p>\r\n");
            case "many headers" -> fill("", "X-A: b\r\n");
            case "one header" -> fill("X-A: b\r\n", " encore une ligne du même en-tête, qui ne finit pas\r\n");
            case "many parts" ->
                fill(
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                        "--b\r\nContent-Type: image/png\r\n\r\nx\r\n");
            case "one text in base64" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                        "w4l0w6kgw6AgTm/Dq2wgZXQgYXByw6hzLCBsZSBzZXJ2ZXVyIG5lIHLDqXBvbmQgcGx1cy4uLgo=\r\n");
            case "one text with a stray byte" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\né à Noël\r\n",
                        "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
            case "one text behind no blank line" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\n",
                        "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r\n");
            case "short lines behind no blank line" -> fill("", "ab\r\n");
            case "fields behind a text" -> fill("Bonjour\r\n", "a: b\r\n");
            case "one text of returns" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\n".replace("\n", ""),
                        "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r");
            case "one text of doubled returns" ->
                fill(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\r\n",
                        "Une ligne de texte tout à fait ordinaire, et puis encore une autre.\r\r\n");
            case "many boundaries" -> fill("Content-Type: multipart/mixed\r\n\r\n", "--b\r\n\r\nx\r\n");
            case "many containers" ->
                fill(
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + "rien\r\n".repeat(4_000),
                        "--b\r\nContent-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + Mails.base64(WinmailTest.withRtf(WinmailTest.plain(
                                        "{\\rtf1 " + "Le serveur est en panne. ".repeat(1_200) + "}")))
                                + "\r\n");
            default -> throw new IllegalArgumentException(filledWith);
        };
    }

    private static byte[] fill(String headers, String with) {
        return fill(headers, with.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] fill(String headers, byte[] line) {
        var mail = new ByteArrayOutputStream(LARGEST);
        String end = headers.endsWith("\n") || headers.isEmpty() ? "\r\n" : "\r";
        mail.writeBytes(
                ("From: alice@acme.example" + end + "Subject: 40 MB" + end + "MIME-Version: 1.0" + end + headers)
                        .getBytes(StandardCharsets.UTF_8));
        while (mail.size() + line.length <= LARGEST) {
            mail.writeBytes(line);
        }
        return mail.toByteArray();
    }
}
