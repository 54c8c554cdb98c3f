package guichet.stack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A customer's mail in the making. */
final class Mail {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "Bonjour,\r\nrien ne va plus.\r\n";

    private Mail() {
    }

    static Mail from(String from, String subject) {
        return new Mail().with("From", from).with("To", Helpdesk.ADDRESS).with("Subject", subject).with("Date", "Mon, 02 Mar 2026 09:30:00 +0100");
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
        headers.forEach((name, value) -> raw.append(name).append(": ").append(value).append("\r\n"));
        return raw.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
