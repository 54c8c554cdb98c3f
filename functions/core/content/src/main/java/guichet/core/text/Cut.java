package guichet.core.text;

/** Texts that are too long for their place. */
public final class Cut {
    private Cut() {}

    /**
     * The text, or its beginning with an ellipsis: never more than so many code points, and none of them cut in two.
     */
    public static String to(int codePoints, String text) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "…";
    }
}
