package guichet.local.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header block of a raw mail, field by field and byte by byte, so that all else stays as it was. */
public final class MailBytes {
    /** @param raw the whole field, folded as it came, line ends included */
    public record Field(String name, byte[] raw) {
        /** The unfolded value. */
        public String value() {
            var text = new String(raw, StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1)
                    .replaceAll("\r?\n(?=[ \t])", "")
                    .strip();
        }
    }

    private final List<Field> fields = new ArrayList<>();
    private final byte[] rest;

    private MailBytes(byte[] mail) {
        var at = 0;
        while (at < mail.length) {
            var end = endOfField(mail, at);
            var colon = colon(mail, at, end);
            if (colon <= at) {
                break;
            }
            var name = new String(mail, at, colon - at, StandardCharsets.US_ASCII).strip();
            fields.add(new Field(name, java.util.Arrays.copyOfRange(mail, at, end)));
            at = end;
        }
        rest = java.util.Arrays.copyOfRange(mail, at, mail.length);
    }

    public static MailBytes of(byte[] mail) {
        return new MailBytes(mail);
    }

    private static int endOfField(byte[] mail, int from) {
        var at = from;
        do {
            while (at < mail.length && mail[at] != '\n') {
                at++;
            }
            at++;
        } while (at < mail.length && (mail[at] == ' ' || mail[at] == '\t'));
        return Math.min(at, mail.length);
    }

    private static int colon(byte[] mail, int from, int to) {
        for (var at = from; at < to; at++) {
            if (mail[at] == ':') {
                return at;
            }
            if (mail[at] <= ' ' && mail[at] != ' ' && mail[at] != '\t') {
                return -1;
            }
        }
        return -1;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The first field of that name, unfolded, or null. */
    public String first(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    public MailBytes without(String... names) {
        var lower = List.of(names).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        fields.removeIf(f -> lower.contains(f.name().toLowerCase(Locale.ROOT)));
        return this;
    }

    /** Puts a field on top. */
    public MailBytes prepend(String name, String value) {
        fields.addFirst(new Field(name, (name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        fields.forEach(f -> out.writeBytes(f.raw()));
        if (rest.length == 0 || (rest[0] != '\r' && rest[0] != '\n')) {
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        out.writeBytes(rest);
        return out.toByteArray();
    }
}
