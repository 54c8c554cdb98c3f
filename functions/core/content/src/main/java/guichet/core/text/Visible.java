package guichet.core.text;

/** Whether a text shows anything: to a reader, a line of zero-width spaces is as blank as one of spaces. */
public final class Visible {
    /** Letters by their category, yet drawn as nothing: fillers of Hangul, and the Braille cell without dots. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private Visible() {}

    public static boolean nothing(String text) {
        return text.codePoints().allMatch(Visible::isBlank);
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || point >= 0xFE00 && point <= 0xFE0F // which form of the character before is meant
                || FILLERS.indexOf(point) >= 0;
    }
}
