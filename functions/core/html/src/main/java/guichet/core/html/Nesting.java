package guichet.core.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether HTML opens more elements within each other than any mail does: a tree builder takes quadratic time for it.
 */
final class Nesting {
    private static final int DEEPEST = 300;
    /** Elements that are empty, or that the next of their kind closes. */
    private static final Set<String> SELF_CLOSING = Set.of(
            "p",
            "li",
            "td",
            "tr",
            "th",
            "dd",
            "dt",
            "option",
            "tbody",
            "thead",
            "tfoot",
            "br",
            "img",
            "hr",
            "meta",
            "link",
            "input",
            "col",
            "colgroup",
            "wbr",
            "area",
            "base",
            "embed",
            "source",
            "track",
            "param",
            "html",
            "head",
            "body");

    private static final int LONGEST_NAME = 12;

    private Nesting() {}

    static boolean isTooDeep(String html) {
        int depth = 0;
        Map<String, Integer> open = new HashMap<>();
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            boolean closes = html.charAt(i + 1) == '/';
            int start = closes ? i + 2 : i + 1;
            int end = start;
            while (end < html.length() && end - start < LONGEST_NAME && Character.isLetterOrDigit(html.charAt(end))) {
                end++;
            }
            if (end == start || end < html.length() && html.charAt(end) == ':') { // <o:p> and the like
                continue;
            }
            String name = html.substring(start, end).toLowerCase(Locale.ROOT);
            int ofName = open.getOrDefault(name, 0);
            if (SELF_CLOSING.contains(name) || closes && ofName == 0) { // what closes nothing makes nothing shallower
                continue;
            }
            depth += closes ? -1 : 1;
            open.put(name, ofName + (closes ? -1 : 1));
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
