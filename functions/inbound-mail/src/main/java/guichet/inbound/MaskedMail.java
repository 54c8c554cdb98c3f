package guichet.inbound;

import guichet.core.mail.IncomingMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What is kept of a mail that held secrets: its headers of interest and its text, masked. Images and PDFs are not looked into. */
final class MaskedMail {
    private MaskedMail() {
    }

    static byte[] of(IncomingMail mail) {
        var text = Base64.getMimeEncoder().encodeToString(mail.text().getBytes(StandardCharsets.UTF_8));
        return ("From: " + mail.from().address() + "\r\nSubject: " + encoded(mail.subject()) + "\r\nMessage-ID: <" + mail.messageId()
                + ">\r\nDate: " + mail.date().map(Object::toString).orElse("") + "\r\nX-Guichet-Masked: " + mail.masked()
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String subject) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
