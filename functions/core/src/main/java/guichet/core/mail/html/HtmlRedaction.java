package guichet.core.mail.html;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Takes values out of cleaned HTML, in the tree: in the markup a value with a quote in it could join two attributes. */
public final class HtmlRedaction {
    private HtmlRedaction() {
    }

    /** Empty if a value is spread over several elements and so cannot be taken out: the text form still stands. */
    public static String replace(String html, Set<String> values, String mask) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        NodeTraversor.traverse((node, depth) -> {
            if (node instanceof TextNode text) text.text(without(text.getWholeText(), values, mask));
            else if (node instanceof Element e) for (Attribute a : e.attributes()) a.setValue(without(a.getValue() == null ? "" : a.getValue(), values, mask));
        }, document.body());
        String shown = document.body().wholeText();
        return values.stream().anyMatch(shown::contains) ? "" : document.body().html();
    }

    private static String without(String s, Set<String> values, String mask) {
        String kept = s;
        for (String value : values) kept = kept.replace(value, mask);
        return kept;
    }
}
