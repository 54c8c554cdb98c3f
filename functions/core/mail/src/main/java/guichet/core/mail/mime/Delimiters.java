package guichet.core.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines that part a multipart (RFC 2046, section 5.1.1), where they are missing, wrong, or come too early. */
final class Delimiters {
    /** Of what is looked through for a boundary that nobody names. */
    private static final int LOOKED_AT = 20_000;

    private static final int MOST_LINES = 400;
    private static final int LONGEST = 200;

    private enum Line {
        OPENS,
        CLOSES,
        NEITHER
    }

    private Delimiters() {}

    /**
     * The boundary that parts a text which names none: the first line that starts with "--" and is followed by a
     * header, or by a blank line if it comes again; null if there is none.
     */
    static String boundaryIn(byte[] body) {
        return boundaryIn(body, true);
    }

    private static String boundaryIn(byte[] body, boolean orBlankLine) {
        String text = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\r?\n", MOST_LINES);
        for (int i = 0; i + 1 < lines.length; i++) {
            String line = lines[i].stripTrailing();
            if (line.length() < 3 || line.length() > LONGEST || !line.startsWith("--") || line.indexOf('"') >= 0) {
                continue;
            }
            if (lines[i + 1].regionMatches(true, 0, "Content-", 0, 8)) {
                return line.substring(2);
            }
            if (orBlankLine && lines[i + 1].isBlank() && isOneWord(line) && comesAgain(line, lines, i + 2)) {
                return line.substring(2);
            }
        }
        return null;
    }

    /** A line of dashes, or with words between them, parts a text: "--- Suite", "-----Message d'origine-----". */
    private static boolean isOneWord(String line) {
        return line.indexOf(' ') < 0 && !line.endsWith("--");
    }

    private static boolean comesAgain(String line, String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (lines[i].startsWith(line)
                    && (lines[i].stripTrailing().equals(line) || lines[i].startsWith("--", line.length()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The boundary of the parts that stand behind the delimiter which closed a multipart: the one of a multipart in it,
     * or around it, or its own. Lists put footers there, which are no parts.
     */
    static Optional<String> behind(byte[] epilogue, String own) {
        if (epilogue.length == 0) {
            return Optional.empty();
        }
        String other = boundaryIn(epilogue, false);
        return other != null
                ? Optional.of(other)
                : lastOpening(epilogue, own) < 0 ? Optional.empty() : Optional.of(own);
    }

    /** Without the delimiters that close although more parts follow. */
    static byte[] reopened(byte[] body, String boundary) {
        int last = lastOpening(body, boundary);
        var kept = new ByteArrayOutputStream(body.length);
        for (int at = 0; at < body.length; ) {
            int end = endOfLine(body, at);
            if (at > last || line(body, at, end, boundary) != Line.CLOSES) {
                kept.write(body, at, end - at);
            }
            at = end;
        }
        return kept.toByteArray();
    }

    private static int lastOpening(byte[] body, String boundary) {
        int last = -1;
        for (int at = 0; at < body.length && !boundary.isEmpty(); ) {
            int end = endOfLine(body, at);
            if (line(body, at, end, boundary) == Line.OPENS) {
                last = at;
            }
            at = end;
        }
        return last;
    }

    /** Behind its line feed. */
    private static int endOfLine(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, body.length);
    }

    private static Line line(byte[] body, int at, int end, String boundary) {
        if (end - at < boundary.length() + 2
                || end - at > boundary.length() + LONGEST
                || body[at] != '-'
                || body[at + 1] != '-') {
            return Line.NEITHER;
        }
        String line = new String(body, at + 2, end - at - 2, StandardCharsets.ISO_8859_1).stripTrailing();
        if (line.equals(boundary)) {
            return Line.OPENS;
        }
        return line.equals(boundary + "--") ? Line.CLOSES : Line.NEITHER;
    }
}
