package guichet.core.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A mail's HTML as it is shown to one reader now: its own images where they stood, remote ones only if asked for. What
 * was stored is cleaned again, by the rules of today.
 *
 * @param html for the body of a page of its own, in a sandboxed frame
 * @param remote how many remote images the mail has, shown or not
 */
public record ShownHtml(String html, int remote) {
    /**
     * In place of an image that is not shown stands its caption, in an element of this class; no element of a sender's
     * has any.
     */
    public static final String CAPTION_CLASS = "guichet-image";
    /**
     * A link may take two kilobytes where it is signed with a session: a mail that repeats its images without end must
     * stay one answer.
     */
    public static final int MOST_IMAGES = 300;
    /** Nobody sees them, and each takes six bytes in the JSON that a function answers with. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private static final Pattern PIXELS =
            Pattern.compile("(?i)(?:^|;)\\s*(?:width|height):\\s*[0-2](?:\\.\\d{1,9})?(?:px|pt)?\\s*(?:;|$)");

    /**
     * @param stored as {@link HtmlMail#clean()} gave it
     * @param links where to get the image of a content id, without angle brackets; empty for one that may not be shown
     *     or is not there
     * @param withRemote whether remote images are shown
     * @param caption what stands for an image that has no text of its own
     */
    public static ShownHtml of(
            String stored, Function<String, Optional<String>> links, boolean withRemote, String caption) {
        if (Nesting.isTooDeep(stored)) {
            return new ShownHtml("<pre>" + HtmlMail.escape(HtmlMail.withoutTags(stored)) + "</pre>", 0);
        }
        Document document = HtmlCleaner.again(Jsoup.parseBodyFragment(stored));
        Map<String, Optional<String>> known = new HashMap<>();
        int remote = 0;
        int shown = 0;
        for (Element img : document.select("img")) {
            String cid = img.attr("data-cid");
            String address = img.attr("data-remote-src");
            boolean isRemote = cid.isEmpty() && isWeb(address);
            img.removeAttr("data-cid").removeAttr("data-remote-src");
            if (isRemote) {
                remote++;
            }
            Optional<String> source = isRemote
                    ? Optional.of(address).filter(_ -> withRemote)
                    : cid.isEmpty() ? Optional.empty() : known.computeIfAbsent(ContentIds.bare(cid), links);
            if (source.isPresent() && shown < MOST_IMAGES) {
                shown++;
                img.attr("src", source.get());
            } else if (isRemote && isPixel(img)) {
                img.remove();
            } else {
                img.replaceWith(caption(img, caption));
            }
        }
        return new ShownHtml(CONTROLS.matcher(document.body().html()).replaceAll(""), remote);
    }

    private static Element caption(Element img, String otherwise) {
        String alt = img.attr("alt").strip();
        return new Element("span").addClass(CAPTION_CLASS).text(alt.isEmpty() ? otherwise : alt);
    }

    private static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    /** What nobody can see is there to tell who reads. */
    private static boolean isPixel(Element img) {
        return img.attr("width").matches("[0-2]")
                || img.attr("height").matches("[0-2]")
                || PIXELS.matcher(img.attr("style")).find();
    }
}
