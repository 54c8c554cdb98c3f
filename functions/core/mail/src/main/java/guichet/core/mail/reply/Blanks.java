package guichet.core.mail.reply;

/** Blank lines around a text. */
public final class Blanks {
    private Blanks() {}

    /** Without blank lines before and after; the first line keeps its indentation, which may be code. */
    public static String trim(CharSequence text) {
        String s = text.toString().stripTrailing();
        int start = 0;
        for (int i = 0; i < s.length() && Character.isWhitespace(s.charAt(i)); i++) {
            if (s.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return s.substring(start);
    }
}
