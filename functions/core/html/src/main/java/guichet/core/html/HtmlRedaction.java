package guichet.core.html;

import guichet.core.secrets.KnownValues;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Takes values out of cleaned HTML, in the tree: in the markup a value with a quote in it could join two attributes.
 */
public final class HtmlRedaction {
    private final String html;
    private final Document document;
    private boolean changed;

    private HtmlRedaction(String html) {
        this.html = html;
        this.document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
    }

    public static HtmlRedaction of(String html) {
        return new HtmlRedaction(html);
    }

    /** What it says in words by now. */
    public List<String> texts() {
        return HtmlWords.of(document);
    }

    /**
     * Empty if a value is spread over several elements and so cannot be taken out: the text form still stands. The very
     * same HTML where no value stands in it. What {@link #texts} says from now on is said without them.
     */
    public String without(KnownValues values, String mask) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        redact(text, values, mask);
                    } else if (node instanceof Element e) {
                        e.attributes().asList().forEach(a -> redact(e, a, values, mask));
                    }
                },
                document.body());
        String shown = document.body().wholeText();
        if (values.anyIn(shown) || values.anySpreadOver(shown)) {
            return "";
        }
        return changed ? document.body().html() : html;
    }

    private void redact(TextNode text, KnownValues values, String mask) {
        String said = text.getWholeText();
        String kept = values.replaceIn(said, mask);
        if (kept.equals(said)) {
            return;
        }
        text.text(kept);
        changed = true;
    }

    /** What an address says in percent signs cannot be taken out of it by halves. */
    private void redact(Element e, Attribute a, KnownValues values, String mask) {
        String said = value(a);
        String kept = values.replaceIn(said, mask);
        if (values.anyIn(HtmlWords.decoded(kept))) {
            e.removeAttr(a.getKey());
        } else if (!kept.equals(said)) {
            e.attr(a.getKey(), kept);
        } else {
            return;
        }
        changed = true;
    }

    private static String value(Attribute a) {
        return a.getValue() == null ? "" : a.getValue();
    }
}
