package guichet.core.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What no mail client shows, by what an element says of itself: previews for the list of mails, and copies for small
 * screens. Not {@code mso-hide}: only Outlook hides that.
 */
final class Hidden {
    private static final Pattern ZERO = Pattern.compile("0(\\.0{1,5})?(px|pt|em|rem|%)?");

    private Hidden() {}

    static boolean is(Element e) {
        if (e.hasAttr("hidden")) {
            return true;
        }
        String style = FontSize.beginning(e.attr("style"));
        if (style.isEmpty()) {
            return false;
        }
        if (value(style, "display").equals("none")) {
            return true;
        }
        return value(style, "overflow").equals("hidden")
                && (isZero(value(style, "max-height")) || isZero(value(style, "height")));
    }

    static String value(String style, String property) {
        return value(style, property, property);
    }

    /** Of the last declaration of either, as that one holds; empty if there is none. */
    static String value(String style, String property, String shorthand) {
        if (style.isEmpty()) {
            return "";
        }
        String value = "";
        for (int at = 0; at < style.length(); ) {
            int end = style.indexOf(';', at);
            if (end < 0) {
                end = style.length();
            }
            int colon = style.indexOf(':', at, end);
            String name = colon < 0 ? "" : style.substring(at, colon).strip();
            if (name.equalsIgnoreCase(property) || name.equalsIgnoreCase(shorthand)) {
                value = style.substring(colon + 1, end)
                        .toLowerCase(Locale.ROOT)
                        .replace("!important", "")
                        .strip();
            }
            at = end + 1;
        }
        return value;
    }

    static boolean isZero(String size) {
        return ZERO.matcher(size).matches();
    }
}
