package guichet.core.secrets;

import java.text.Normalizer;

/**
 * A text as labels are looked for in it: lower case, without accents, a blank for whatever parts words, one apostrophe.
 * Place by place, so that what is found in it stands there in the text as well.
 */
final class Folding {
    private static final char[] LATIN = new char[0x180];

    static {
        for (char c = 0; c < LATIN.length; c++) {
            LATIN[c] = isBlank(c) ? ' ' : plain(c);
        }
    }

    private Folding() {}

    /** Of the same length. */
    static String of(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = of(text.charAt(i));
        }
        return new String(folded);
    }

    private static char of(char c) {
        if (c < LATIN.length) {
            return LATIN[c];
        }
        if (c == '’' || c == '‘') {
            return '\'';
        }
        return isBlank(c) ? ' ' : Character.toLowerCase(c);
    }

    private static char plain(char c) {
        var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return Character.toLowerCase(parts.charAt(0));
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
