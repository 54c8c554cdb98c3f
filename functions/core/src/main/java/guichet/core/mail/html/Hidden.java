package guichet.core.mail.html;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What no mail client shows, by what an element says of itself: previews for the list of mails, and copies for small screens. Not
 * {@code mso-hide}: only Outlook hides that.
 */
final class Hidden {
    private static final int ANCESTORS = 20;

    private Hidden() {
    }

    static boolean is(Element e) {
        if (e.hasAttr("hidden")) return true;
        String style = e.attr("style");
        if (style.isEmpty()) return false;
        if (value(style, "display").equals("none") || value(style, "visibility").equals("hidden")) return true;
        return value(style, "overflow").equals("hidden") && (isZero(value(style, "max-height")) || isZero(value(style, "height")));
    }

    /** Letters of no size, as the nearest element says that says any; a table begins anew. */
    static boolean isLettersOf(Node parent) {
        Node at = parent;
        for (int i = 0; i < ANCESTORS && at instanceof Element e; i++, at = at.parent()) {
            String size = value(FontSize.beginning(e.attr("style")), "font-size");
            if (!size.isEmpty()) return isZero(size);
            if (e.normalName().equals("table") || e.hasAttr("size")) return false;
        }
        return false;
    }

    /** Of the last declaration, as that one holds; empty if there is none. */
    private static String value(String style, String property) {
        if (style.isEmpty()) return "";
        String value = "";
        for (int at = 0; at < style.length(); ) {
            int end = style.indexOf(';', at);
            if (end < 0) end = style.length();
            int colon = style.indexOf(':', at);
            if (colon >= 0 && colon < end && style.substring(at, colon).strip().equalsIgnoreCase(property)) {
                value = style.substring(colon + 1, end).toLowerCase(Locale.ROOT).replace("!important", "").strip();
            }
            at = end + 1;
        }
        return value;
    }

    private static boolean isZero(String size) {
        return size.matches("0(\\.0{1,5})?(px|pt|em|rem|%)?");
    }
}
