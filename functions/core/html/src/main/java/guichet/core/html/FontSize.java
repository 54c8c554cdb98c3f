package guichet.core.html;

import java.util.Locale;

/** The font size that a style attribute tells. */
final class FontSize {
    private static final int LONGEST = 2_000;

    private FontSize() {}

    /** A style may be as long as the mail. */
    static String beginning(String style) {
        return style.length() > LONGEST ? style.substring(0, LONGEST) : style;
    }

    /** In pixels, or 0 if unknown. */
    static double in(String declarations) {
        String style = declarations.toLowerCase(Locale.ROOT);
        int at = style.indexOf("font-size");
        int colon = at < 0 ? -1 : style.indexOf(':', at);
        if (colon < 0) {
            return 0;
        }
        int start = colon + 1;
        while (start < style.length() && style.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < style.length()
                && end - start < 8
                && (Character.isDigit(style.charAt(end)) || style.charAt(end) == '.')) {
            end++;
        }
        try {
            double number = Double.parseDouble(style.substring(start, end));
            if (style.startsWith("px", end)) {
                return number;
            }
            if (style.startsWith("pt", end)) {
                return number * 4 / 3;
            }
            return style.startsWith("em", end) ? number * 16 : 0;
        } catch (NumberFormatException named) {
            return 0;
        }
    }
}
