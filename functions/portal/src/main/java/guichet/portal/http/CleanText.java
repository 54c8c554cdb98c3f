package guichet.portal.http;

/**
 * What people type, before anything keeps it: line ends as {@code \n}, no control characters, no halves of characters,
 * no text that runs backwards.
 */
public final class CleanText {
    private CleanText() {}

    /** Several lines; tabs stay. */
    public static String text(String written) {
        return written == null ? "" : clean(written, true).strip();
    }

    /** One line: what would break it is a space. A subject or a name must never start another header. */
    public static String line(String written) {
        return written == null ? "" : clean(written, false).strip();
    }

    private static String clean(String written, boolean lines) {
        if (isClean(written, lines)) {
            return written;
        }
        var out = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            var c = written.charAt(at);
            if (c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                if (c != '\r' || at + 1 == written.length() || written.charAt(at + 1) != '\n') {
                    out.append(lines ? '\n' : ' ');
                }
            } else if (c == '\n' || c == '\t') {
                out.append(lines ? c : ' ');
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < written.length()
                    && Character.isLowSurrogate(written.charAt(at + 1))) {
                out.append(c).append(written.charAt(++at));
            } else if (Character.isSurrogate(c)) {
                out.append('\uFFFD');
            } else if (!isUnwanted(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isClean(String written, boolean lines) {
        for (int at = 0; at < written.length(); at++) {
            var c = written.charAt(at);
            if (c < ' ' && !(lines && (c == '\n' || c == '\t'))
                    || c >= 0x7f && (c <= 0x9f || c >= 0x2028 && isSpecial(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(char c) {
        return c == '\u2028' || c == '\u2029' || Character.isSurrogate(c) || isUnwanted(c);
    }

    /** Control characters, overrides of the direction of text, and the byte order mark. */
    private static boolean isUnwanted(char c) {
        return Character.isISOControl(c)
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\uFEFF'
                || c >= '\uFFFE';
    }
}
