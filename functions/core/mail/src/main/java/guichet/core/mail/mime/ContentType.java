package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value with parameters: Content-Type (RFC 2045) or Content-Disposition (RFC 2183), with continued and encoded
 * parameters (RFC 2231), and with the encoded words that clients put in parameters against RFC 2047.
 *
 * @param value lower case, such as {@code text/plain} or {@code attachment}; empty if there is none
 */
public record ContentType(String value, Map<String, String> parameters) {
    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST = 20_000;

    public Optional<String> parameter(String name) {
        String found = parameters.get(name);
        return found == null || found.isBlank() ? Optional.empty() : Optional.of(found);
    }

    public boolean is(String type) {
        return value.equals(type);
    }

    public boolean isMultipart() {
        return value.startsWith("multipart/");
    }

    /** Of two in one header, which tells how to take the body apart; otherwise the first holds. */
    boolean overrules(ContentType before) {
        return hasParts() && !before.hasParts();
    }

    private boolean hasParts() {
        return isMultipart() && parameter("boundary").isPresent();
    }

    public boolean isText() {
        return value.startsWith("text/");
    }

    public static ContentType parse(String whole) {
        String header = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        int semicolon = header.indexOf(';');
        String value = (semicolon < 0 ? header : header.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        int blank = value.indexOf(' ');
        if (blank > 0) {
            value = value.substring(0, blank);
        }
        return new ContentType(value, semicolon < 0 ? Map.of() : parameters(header, semicolon + 1));
    }

    private static Map<String, String> parameters(String s, int from) {
        var plain = new LinkedHashMap<String, String>();
        var extended = new TreeMap<String, TreeMap<Integer, Segment>>();
        int at = from;
        for (int count = 0; at < s.length() && count < MOST_PARAMETERS; count++) {
            int equals = s.indexOf('=', at);
            int next = s.indexOf(';', at);
            if (equals < 0) {
                break;
            }
            if (next >= 0 && next < equals) {
                at = next + 1;
                continue;
            }
            String name = s.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            var raw = new StringBuilder();
            at = value(s, equals + 1, raw);
            if (name.indexOf('*') < 0) {
                plain.putIfAbsent(name, EncodedWords.decode(raw.toString()).strip());
            } else {
                segment(name, raw.toString(), extended);
            }
        }
        extended.forEach((name, segments) -> plain.put(name, join(segments))); // RFC 2231 wins over its plain fallback
        return plain;
    }

    /** Reads a token or quoted string into {@code out}; answers where the next parameter starts. */
    private static int value(String s, int from, StringBuilder out) {
        int at = from;
        while (at < s.length() && (s.charAt(at) == ' ' || s.charAt(at) == '\t')) {
            at++;
        }
        if (at < s.length() && s.charAt(at) == '"') {
            for (at++; at < s.length() && s.charAt(at) != '"'; at++) {
                if (s.charAt(at) == '\\'
                        && at + 1 < s.length()
                        && (s.charAt(at + 1) == '"' || s.charAt(at + 1) == '\\')) {
                    at++;
                }
                out.append(s.charAt(at));
            }
            int next = s.indexOf(';', at);
            return next < 0 ? s.length() : next + 1;
        }
        int end = at;
        boolean word = false; // an encoded word may hold a semicolon
        for (; end < s.length() && (word || s.charAt(end) != ';'); end++) {
            if (s.startsWith("=?", end)) {
                word = s.indexOf("?=", end + 2) > 0;
            } else if (s.startsWith("?=", end) && end > at + 5) {
                word = false;
            }
        }
        out.append(s.substring(at, end).strip());
        return end + 1;
    }

    private record Segment(String text, boolean encoded) {}

    private static void segment(String name, String raw, Map<String, TreeMap<Integer, Segment>> into) {
        boolean encoded = name.endsWith("*");
        String bare = encoded ? name.substring(0, name.length() - 1) : name;
        int star = bare.indexOf('*');
        int index = 0;
        if (star >= 0) {
            try {
                index = Integer.parseInt(bare.substring(star + 1));
            } catch (NumberFormatException notOurs) {
                return;
            }
            bare = bare.substring(0, star);
        }
        into.computeIfAbsent(bare, n -> new TreeMap<>()).putIfAbsent(index, new Segment(raw, encoded));
    }

    private static String join(TreeMap<Integer, Segment> segments) {
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        for (var entry : segments.entrySet()) {
            String text = entry.getValue().text();
            if (entry.getValue().encoded()) {
                int second = charset != null ? -1 : text.indexOf('\'', text.indexOf('\'') + 1);
                if (second > 0) {
                    charset = text.substring(0, text.indexOf('\''));
                    text = text.substring(second + 1);
                }
                percent(text, bytes);
            } else {
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset))
                .strip();
    }

    private static void percent(String text, ByteArrayOutputStream out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%'
                    && i + 2 < text.length()
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0) {
                out.write(Character.digit(text.charAt(i + 1), 16) << 4 | Character.digit(text.charAt(i + 2), 16));
                i += 2;
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
