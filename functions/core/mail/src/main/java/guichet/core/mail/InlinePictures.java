package guichet.core.mail;

import guichet.core.html.ContentIds;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Pictures that a mail shows between its texts without naming them in any HTML, as Apple's clients write it: each gets
 * a place in the HTML form. Whether the HTML does name one is known only once all parts are read, so the places are
 * marked, and the needless ones cleared.
 */
final class InlinePictures {
    /** No sender's element keeps a class, so none is taken for ours. */
    private static final String MARKER = "<img class=\"guichet-in-place\" data-cid=\"";

    private static final Pattern MARKED =
            Pattern.compile("<img class=\"guichet-in-place\" data-cid=\"([^\"]*)\"[^>]*>");
    private static final Pattern CITED = Pattern.compile("data-cid=\"([^\"]*)\"");

    private InlinePictures() {}

    static String mark(String contentId, String name) {
        return new Element("img")
                .addClass("guichet-in-place")
                .attr("data-cid", contentId)
                .attr("alt", name)
                .outerHtml();
    }

    static boolean isOnlyMarks(String html) {
        return MARKED.matcher(html).replaceAll("").isBlank();
    }

    static String settle(String html) {
        if (!html.contains(MARKER)) {
            return html;
        }
        Set<String> cited = new HashSet<>();
        Matcher cites = CITED.matcher(html);
        while (cites.find()) {
            if (!html.startsWith(MARKER, cites.start() - (MARKER.length() - "data-cid=\"".length()))) {
                cited.add(id(cites.group(1)));
            }
        }
        return MARKED.matcher(html)
                .replaceAll(mark -> cited.contains(id(mark.group(1))) ? "" : Matcher.quoteReplacement(mark.group()));
    }

    private static String id(String attribute) {
        return ContentIds.bare(Parser.unescapeEntities(attribute, true));
    }
}
