package guichet.core.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a mail or part, in their order, topmost first; names are compared without case. */
public final class Headers {
    private static final int LONGEST_VALUE = 100_000;
    private static final int MOST_FIELDS = 10_000;

    private record Field(String name, byte[] value) {}

    private final List<Field> fields = new ArrayList<>();
    private Charset fallback;

    /** Whether more of them are passed over. */
    boolean isFull() {
        return fields.size() >= MOST_FIELDS;
    }

    void add(String name, byte[] value) {
        if (!isFull()) {
            fields.add(new Field(
                    name, value.length > LONGEST_VALUE ? java.util.Arrays.copyOf(value, LONGEST_VALUE) : value));
        }
    }

    /**
     * The charset of raw 8-bit values that are not UTF-8 (RFC 6532): that of the body, as such clients use one charset
     * throughout.
     */
    void fallback(Charset charset) {
        fallback = charset;
    }

    /** Whether they may read differently than when the parts were told apart. */
    boolean hasFallback() {
        return fallback != null;
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name.equalsIgnoreCase(name));
    }

    /** Whether any field's name starts so, without case. */
    public boolean hasPrefix(String prefix) {
        return fields.stream().anyMatch(f -> f.name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** Each name once, as it is first written, in the order of the mail. */
    public List<String> names() {
        var names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return fields.stream().map(Field::name).filter(names::add).toList();
    }

    /** A value as people read it: decoded, on one line, without control characters. */
    public static String read(String value) {
        return oneLine(EncodedWords.decode(value));
    }

    /** The topmost value, unfolded, encoded words left as they are; empty if there is none. */
    public String raw(String name) {
        for (Field f : fields) {
            if (f.name.equalsIgnoreCase(name)) {
                return text(f.value);
            }
        }
        return "";
    }

    /** All values of that name, topmost first, unfolded, encoded words left as they are. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.name.equalsIgnoreCase(name))
                .map(f -> text(f.value))
                .toList();
    }

    /** The topmost value as people read it: decoded, on one line, without control characters. */
    public String decoded(String name) {
        return read(raw(name));
    }

    private String text(byte[] value) {
        return unfold(decode(value)).strip();
    }

    private String decode(byte[] value) {
        if (Charsets.isAscii(value) && new String(value, StandardCharsets.US_ASCII).indexOf('\u001B') < 0) {
            return new String(value, StandardCharsets.US_ASCII);
        }
        return !Charsets.isAscii(value) && Utf8.isValid(value)
                ? new String(value, StandardCharsets.UTF_8)
                : Charsets.decode(value, null, fallback);
    }

    private static String unfold(String s) {
        if (s.indexOf('\n') < 0 && s.indexOf('\r') < 0) {
            return s;
        }
        var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\r' && c != '\n') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Line breaks and control characters would let a value inject a header or a line wherever it is shown again. */
    public static String oneLine(String s) {
        var out = new StringBuilder(s.length());
        boolean blank = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0' || Character.isISOControl(c) || isDirectionOverride(c)) {
                blank = true;
                continue;
            }
            if (blank && !out.isEmpty()) {
                out.append(' ');
            }
            blank = false;
            out.append(c);
        }
        return out.toString();
    }

    /** Explicit bidirectional controls can make a name or subject read as another one. */
    private static boolean isDirectionOverride(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }
}
