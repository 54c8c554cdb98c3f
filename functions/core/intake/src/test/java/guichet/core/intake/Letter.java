package guichet.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A raw mail in the making, as SES hands it over: with what it says of the sender on top. */
final class Letter {
    private static final String TO = "aide@petit.example";
    private final String from;
    private final String results;
    private final List<String> headers = new ArrayList<>();
    private String text = "Bonjour";

    private Letter(String from, String results) {
        this.from = from;
        this.results = results;
    }

    private static String domain(String from) {
        return from.replaceAll(".*@|>.*", "");
    }

    /** Of an authenticated sender. */
    static Letter from(String from) {
        return new Letter(from, "dmarc=pass header.from=" + domain(from));
    }

    /** Whose domain signs nothing and promises nothing. */
    static Letter unauthenticated(String from) {
        return new Letter(from, "spf=none; dkim=none; dmarc=none header.from=" + domain(from));
    }

    /** Whose domain says that it is not from there. */
    static Letter forged(String from) {
        return new Letter(from, "spf=fail; dkim=none; dmarc=fail header.from=" + domain(from));
    }

    /** Of a machine at no address: a server's report. */
    static Letter nobodys() {
        return new Letter("", "spf=none; dkim=none; dmarc=none");
    }

    Letter header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Letter id(String id) {
        return header("Message-ID", "<" + id + ">");
    }

    Letter subject(String subject) {
        return header("Subject", subject);
    }

    /** @param ancestors the root first, and the mail that is answered last */
    Letter answering(String... ancestors) {
        return header("In-Reply-To", "<" + ancestors[ancestors.length - 1] + ">")
                .header(
                        "References",
                        Stream.of(ancestors).map(id -> "<" + id + ">").collect(Collectors.joining(" ")));
    }

    Letter says(String said) {
        text = said;
        return this;
    }

    /** With one thing in the place of another, in its headers and its text. */
    Letter with(String before, String after) {
        headers.replaceAll(header -> header.replace(before, after));
        text = text.replace(before, after);
        return this;
    }

    /** Besides what it says. */
    Letter file(String name, String content) {
        headers.add("MIME-Version: 1.0");
        headers.add("Content-Type: multipart/mixed; boundary=b");
        text = "--b\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--b\nContent-Type:"
                + " application/octet-stream; name=" + name + "\nContent-Disposition: attachment; filename=" + name
                + "\n\n" + content + "\n--b--\n";
        return this;
    }

    byte[] raw() {
        var lines = new ArrayList<String>();
        lines.add("Authentication-Results: amazonses.com; " + results);
        if (!from.isEmpty()) {
            lines.add("From: " + from);
        }
        if (headers.stream().noneMatch(header -> header.startsWith("To:"))) {
            lines.add("To: " + TO);
        }
        lines.addAll(headers);
        return (String.join("\n", lines) + "\n\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
