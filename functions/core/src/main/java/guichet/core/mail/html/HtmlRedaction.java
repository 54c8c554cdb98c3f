package guichet.core.mail.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Takes values out of cleaned HTML, in the tree: in the markup a value with a quote in it could join two attributes. */
public final class HtmlRedaction {
    /** More than a reader of labels and values looks ahead: neighbouring attributes must not read as one sentence. */
    private static final String APART = "\n".repeat(8);

    private static final List<String> WORDS = List.of("title", "alt");
    private static final List<String> ADDRESSES = List.of("href", "data-remote-src");

    private final String html;
    private final Document document;

    private HtmlRedaction(String html) {
        this.html = html;
        this.document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
    }

    public static HtmlRedaction of(String html) {
        return new HtmlRedaction(html);
    }

    /**
     * What it says in words: as it reads, and in the attributes that are for people. Of addresses only what stands before the query: most that
     * links carry there looks like a key, and is one to nothing but a newsletter.
     */
    public List<String> texts() {
        var attributes = new LinkedHashSet<String>();
        for (Element e : document.body().getAllElements()) {
            for (String name : WORDS) attributes.add(e.attr(name));
            for (String name : ADDRESSES) attributes.add(decoded(e.attr(name).replaceFirst("[?#].*", "")));
        }
        return List.of(HtmlText.of(document), String.join(APART, attributes));
    }

    /** Empty if a value is spread over several elements and so cannot be taken out: the text form still stands. */
    public String without(Set<String> values, String mask) {
        if (values.isEmpty()) return html;
        NodeTraversor.traverse((node, depth) -> {
            if (node instanceof TextNode text) text.text(without(text.getWholeText(), values, mask));
            else if (node instanceof Element e) e.attributes().asList().forEach(a -> redact(e, a, values, mask));
        }, document.body());
        String shown = squeezed(document.body().wholeText());
        return values.stream().map(HtmlRedaction::squeezed).anyMatch(value -> !value.isEmpty() && shown.contains(value)) ? "" : document.body().html();
    }

    /** What an address says in percent signs cannot be taken out of it by halves. */
    private static void redact(Element e, Attribute a, Set<String> values, String mask) {
        String kept = without(value(a), values, mask);
        if (values.stream().anyMatch(decoded(kept)::contains)) e.removeAttr(a.getKey());
        else e.attr(a.getKey(), kept);
    }

    private static String value(Attribute a) {
        return a.getValue() == null ? "" : a.getValue();
    }

    private static String decoded(String value) {
        if (value.indexOf('%') < 0) return value;
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** Lines and quotation marks come and go between the forms of a mail. */
    private static String squeezed(String s) {
        var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '>' && c != '\u200B' && c != '\uFEFF' && c != '\u00AD') out.append(c);
        }
        return out.toString();
    }

    private static String without(String s, Set<String> values, String mask) {
        String kept = s;
        for (String value : values) kept = kept.replace(value, mask);
        return kept;
    }
}
