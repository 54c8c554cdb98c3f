package guichet.core.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What may be shown of a mail's HTML: no script, form, frame or style sheet; no image is fetched. An image of the mail
 * itself keeps its content id in {@code data-cid}, a remote one its address in {@code data-remote-src};
 * {@link ShownHtml} resolves the former, and the latter only when asked to.
 */
final class HtmlCleaner {
    private static final Set<String> STYLES = Set.of(
            "color",
            "background-color",
            "background",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "text-align",
            "text-decoration",
            "text-indent",
            "line-height",
            "vertical-align",
            "white-space",
            "margin",
            "margin-top",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "padding",
            "padding-top",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "border",
            "border-top",
            "border-bottom",
            "border-left",
            "border-right",
            "border-collapse",
            "border-color",
            "border-style",
            "border-width",
            "width",
            "height",
            "max-width",
            "list-style-type",
            "direction",
            "display");
    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags(
                    "center",
                    "font",
                    "hr",
                    "s",
                    "del",
                    "ins",
                    "big",
                    "tt",
                    "address",
                    "abbr",
                    "figure",
                    "figcaption",
                    "details",
                    "summary")
            .addAttributes(":all", "style", "dir", "lang", "align", "valign", "bgcolor", "width", "height", "title")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("table", "border", "cellpadding", "cellspacing")
            .addAttributes("blockquote", "type")
            .addAttributes("img", "data-cid", "data-remote-src")
            .removeAttributes("img", "src")
            .removeAttributes("blockquote", "cite")
            .removeAttributes("q", "cite")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .removeProtocols("a", "href", "ftp")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer")
            .addEnforcedAttribute("a", "target", "_blank");

    /** What a value may compute with; everything else in parentheses could fetch or run something, some day. */
    private static final Pattern CALL = Pattern.compile("([a-z-]*)\\(");

    private static final Set<String> CALLS = Set.of("rgb", "rgba", "hsl", "hsla", "calc");

    private static final int MOST_DECLARATIONS = 200;

    private HtmlCleaner() {}

    static Document clean(Document document) {
        for (Element img : document.select("img")) {
            String src = img.attr("src").strip();
            String lower = src.toLowerCase(Locale.ROOT);
            img.removeAttr("data-cid").removeAttr("data-remote-src");
            if (lower.startsWith("cid:")) {
                img.attr("data-cid", src.substring(4));
            } else if (lower.startsWith("http://") || lower.startsWith("https://")) {
                img.attr("data-remote-src", src);
            } else if (src.startsWith("//")) {
                img.attr("data-remote-src", "https:" + src);
            }
        }
        StyleSheets.inline(document);
        wrapBody(document);
        return again(document);
    }

    /** The body's own colours go with it: what is kept is what stands within it. */
    private static void wrapBody(Document document) {
        Element body = document.body();
        if (harmless(body.attr("style")).isEmpty() && body.attr("bgcolor").isEmpty()) {
            return;
        }
        Element wrapper = new Element("div").attr("style", body.attr("style"));
        if (!body.attr("bgcolor").isEmpty()) {
            wrapper.attr("style", "background-color: " + body.attr("bgcolor") + "; " + body.attr("style"));
        }
        body.childNodesCopy().forEach(wrapper::appendChild);
        body.empty().appendChild(wrapper);
    }

    /** What is allowed of a document whose images are marked already. Cleaning what is clean changes nothing. */
    static Document again(Document document) {
        for (Element styled : document.select("[style]")) {
            String kept = harmless(styled.attr("style"));
            if (kept.isEmpty()) {
                styled.removeAttr("style");
            } else {
                styled.attr("style", kept);
            }
        }
        Document clean = new Cleaner(ALLOWED).clean(document);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    private static String harmless(String style) {
        var kept = new StringBuilder();
        for (String declaration : style.split(";", MOST_DECLARATIONS)) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = declaration.substring(colon + 1).strip();
            String lower = value.toLowerCase(Locale.ROOT);
            boolean harmful = lower.isEmpty()
                    || value.length() > 200
                    || lower.indexOf('\\') >= 0
                    || lower.indexOf('@') >= 0
                    || lower.indexOf('<') >= 0
                    || lower.contains("url")
                    || lower.contains("expression")
                    || lower.contains("script")
                    || lower.contains("/*")
                    || lower.contains("image")
                    || CALL.matcher(lower).results().anyMatch(call -> !CALLS.contains(call.group(1)));
            if (STYLES.contains(property) && !harmful) {
                kept.append(kept.isEmpty() ? "" : "; ")
                        .append(property)
                        .append(": ")
                        .append(value);
            }
        }
        return kept.toString();
    }
}
