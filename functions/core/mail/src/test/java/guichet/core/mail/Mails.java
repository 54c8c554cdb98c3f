package guichet.core.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Raw mails for tests, written as their clients would. */
final class Mails {
    static final String FROM = "From: Alice Martin <alice@acme.example>\n";
    static final String PLAIN =
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";

    private Mails() {}

    static byte[] bytes(String mail) {
        return bytes(mail, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String mail, Charset charset) {
        return mail.replace("\n", "\r\n").getBytes(charset);
    }

    static IncomingMail read(String mail) {
        return MailReader.read(bytes(mail));
    }

    /** A reply of Alice's with this text. */
    static IncomingMail reply(String text) {
        return read(
                FROM + "To: support@cloud.example\nSubject: RE: Jira est lent\nIn-Reply-To: <notice-1@cloud.example>\n"
                        + PLAIN + "\n" + text);
    }

    static IncomingMail htmlReply(String html) {
        return read(
                FROM + "To: support@cloud.example\nSubject: RE: Jira est lent\nIn-Reply-To: <notice-1@cloud.example>\n"
                        + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                        + html);
    }

    static IncomingMail withHeaders(String headers, String text) {
        return read(FROM + "To: support@cloud.example\n" + headers + PLAIN + "\n" + text);
    }

    static String base64(byte[] content) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
    }
}
