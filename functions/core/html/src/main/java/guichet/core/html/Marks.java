package guichet.core.html;

/**
 * Private-use characters that carry what only the HTML knows into its text form, each but the last on a line of its
 * own. They are taken out of what senders write, so that nobody else can set them.
 */
public final class Marks {
    /** Quoted history begins here, in whatever language its first line is. */
    public static final char HISTORY = '\uE0F0';
    /** The client's own signature block begins and ends here. */
    public static final char SIGNATURE = '\uE0F1';

    public static final char SIGNATURE_END = '\uE0F2';
    /** The next word tells where a link leads. */
    public static final char TARGET = '\uE0F3';

    private Marks() {}

    public static boolean isMark(char c) {
        return c >= HISTORY && c <= TARGET;
    }

    public static String strip(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (!isMark(s.charAt(i))) {
                continue;
            }
            var out = new StringBuilder(s.length());
            s.chars().filter(c -> !isMark((char) c)).forEach(c -> out.append((char) c));
            return out.toString();
        }
        return s;
    }

    /** Without the lines that hold only a mark. */
    public static String removeLines(String s) {
        if (s.indexOf(HISTORY) < 0 && s.indexOf(SIGNATURE) < 0 && s.indexOf(SIGNATURE_END) < 0) {
            return s;
        }
        return strip(s.replace(HISTORY + "\n", "").replace(SIGNATURE + "\n", "").replace(SIGNATURE_END + "\n", ""));
    }
}
