package guichet.core.mail.html;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The font size that a run of text is shown with, as far as style attributes nearby tell. */
final class FontSize {
    private static final int ANCESTORS = 4;
    private static final int LONGEST = 2_000;

    private FontSize() {
    }

    /** In pixels, or 0 if unknown. */
    static double of(Node node) {
        Node at = node;
        for (int i = 0; i < ANCESTORS && at instanceof Element e; i++, at = at.parent()) {
            double own = inStyle(beginning(e.attr("style")).toLowerCase(Locale.ROOT));
            if (own > 0) return own;
        }
        return 0;
    }

    /** Every text nearby asks for it, and a style may be as long as the mail. */
    static String beginning(String style) {
        return style.length() > LONGEST ? style.substring(0, LONGEST) : style;
    }

    private static double inStyle(String style) {
        int at = style.indexOf("font-size");
        int colon = at < 0 ? -1 : style.indexOf(':', at);
        if (colon < 0) return 0;
        int start = colon + 1;
        while (start < style.length() && style.charAt(start) == ' ') start++;
        int end = start;
        while (end < style.length() && end - start < 8 && (Character.isDigit(style.charAt(end)) || style.charAt(end) == '.')) end++;
        try {
            double number = Double.parseDouble(style.substring(start, end));
            if (style.startsWith("px", end)) return number;
            if (style.startsWith("pt", end)) return number * 4 / 3;
            return style.startsWith("em", end) ? number * 16 : 0;
        } catch (NumberFormatException named) {
            return 0;
        }
    }
}
