package guichet.core.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM (RFC 7468) and OpenPGP, by hand: a pattern would try every start against the whole rest. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 20_000;
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{0,60}-----");
    /** Of a key that was cut off. */
    private static final Pattern LINE = Pattern.compile("[ >]{0,8}[A-Za-z0-9+/=]{8,100}[ ]?(?:\\r?\\n|$)");

    private PrivateKeys() {}

    static void find(String text, List<Span> spans) {
        int end = -1;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
            int named = begin + BEGIN.length();
            int header = text.indexOf("-----", named, Math.min(text.length(), named + LONGEST_NAME));
            if (header < 0 || !text.substring(named, header).contains("PRIVATE KEY")) {
                continue;
            }
            int key = header + 5;
            if (end < key && end != text.length()) { // once for all that begin before it
                end = text.indexOf("-----END", key);
                end = end < 0 ? text.length() : end;
            }
            if (end == text.length() || end - key >= LONGEST_KEY) {
                int cut = linesFrom(text, key);
                if (cut > key) {
                    spans.add(new Span(begin, cut));
                    begin = cut - 1;
                }
            } else if (!text.substring(key, end).isBlank()) {
                Matcher m = END.matcher(text).region(end, Math.min(text.length(), end + 80));
                spans.add(new Span(begin, m.lookingAt() ? m.end() : end));
            }
        }
    }

    private static int linesFrom(String text, int key) {
        int at = key;
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
            at++;
        }
        int last = key;
        Matcher m = LINE.matcher(text).region(at, Math.min(text.length(), key + LONGEST_KEY));
        while (m.lookingAt()) {
            last = m.end();
            m.region(last, m.regionEnd());
        }
        return text.charAt(last - 1) == '\n' ? last - 1 : last;
    }
}
