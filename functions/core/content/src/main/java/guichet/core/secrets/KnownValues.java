package guichet.core.secrets;

import guichet.core.text.Literals;
import guichet.core.text.Literals.Bounds;
import guichet.core.text.Literals.Literal;
import java.util.Collection;

/**
 * Values that must stand nowhere in a mail. A short one, which may be part of any word, counts where it is a word of
 * its own.
 */
public final class KnownValues {
    private static final int SHORT = 8;

    private final Literals values;
    private final Literals squeezed;

    /** @param values two characters each at least, or they are not looked for */
    public KnownValues(Collection<String> values) {
        this.values = new Literals(values.stream()
                .filter(value -> value.length() > 1)
                .map(value -> new Literal(value, value.length() < SHORT ? Bounds.WORD : Bounds.ANYWHERE))
                .toList());
        this.squeezed = new Literals(values.stream()
                .map(KnownValues::squeeze)
                .filter(value -> value.length() >= SHORT)
                .map(value -> new Literal(value, Bounds.ANYWHERE))
                .toList());
    }

    /** The very same text where none of them stands in it. */
    public String replaceIn(String text, String mask) {
        return values.replace(text, mask);
    }

    public boolean anyIn(String text) {
        return values.anyIn(text);
    }

    /** Whether one stands there broken into lines, or quoted. */
    public boolean anySpreadOver(String text) {
        return squeezed.anyIn(squeeze(text));
    }

    /** Lines and quotation marks come and go between the forms of a mail. */
    private static String squeeze(String s) {
        var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && c != '>'
                    && c != '\u200B'
                    && c != '\uFEFF'
                    && c != '\u00AD') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
