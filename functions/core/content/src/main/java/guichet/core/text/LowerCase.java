package guichet.core.text;

/**
 * Lower case letter by letter: {@link String#toLowerCase} may make a text longer, and places in it would not be those
 * of the text.
 */
public final class LowerCase {
    private LowerCase() {}

    /** Of the same length. */
    public static String of(String text) {
        var lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(text.charAt(i));
        }
        return new String(lower);
    }
}
