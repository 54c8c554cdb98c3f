package guichet.stack;

import guichet.local.mail.MailView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A customer's mail in the making. */
final class Mail {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "Bonjour,\r\nrien ne va plus.\r\n";

    private Mail() {}

    static Mail from(String from, String subject) {
        return new Mail()
                .with("From", from)
                .with("To", Helpdesk.ADDRESS)
                .with("Subject", subject)
                .with("Date", "Mon, 02 Mar 2026 09:30:00 +0100");
    }

    /** An answer to a mail of ours, with what every client keeps. */
    static Mail replyTo(MailView answered, String from) {
        var headers = answered.headers();
        return from(from, "Re: " + answered.subject())
                .to(address(headers.get("Reply-To")))
                .with("In-Reply-To", headers.get("Message-ID"))
                .with("References", (headers.getOrDefault("References", "") + " " + headers.get("Message-ID")).strip());
    }

    /** The bare address of a mailbox. */
    static String address(String mailbox) {
        return mailbox.contains("<") ? mailbox.substring(mailbox.indexOf('<') + 1, mailbox.indexOf('>')) : mailbox;
    }

    Mail to(String address) {
        return with("To", address);
    }

    Mail copies(List<String> addresses) {
        return addresses.isEmpty() ? this : with("Cc", String.join(", ", addresses));
    }

    /** When it is written, and when it comes. */
    Mail at(Instant time) {
        return with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)))
                .with("X-Guichet-At", time.toString());
    }

    Mail id(String id) {
        return with("Message-ID", "<" + id + ">");
    }

    Mail with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Mail without(String header) {
        headers.remove(header);
        return this;
    }

    Mail says(String text) {
        body = text;
        return this;
    }

    byte[] raw() {
        var raw = new StringBuilder();
        headers.forEach(
                (name, value) -> raw.append(name).append(": ").append(value).append("\r\n"));
        return raw.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
