package guichet.core.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as plain text: lines where a browser breaks them, quotations behind "> ", {@link Marks} where history begins.
 */
final class HtmlText implements NodeVisitor {
    private static final Set<String> SKIPPED =
            Set.of("head", "style", "script", "title", "template", "object", "svg", "select");
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "center",
            "section",
            "article",
            "header",
            "footer",
            "form",
            "fieldset",
            "address",
            "dl",
            "dt",
            "dd",
            "body",
            "blockquote",
            "pre",
            "tbody",
            "thead",
            "main",
            "figure",
            "aside");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final String RULE = "________________________________";
    /** Pixels. */
    private static final double SMALLEST_READABLE = 3;

    private final boolean all;
    private final TextLines lines = new TextLines();
    private final Deque<Lettering> lettering = new ArrayDeque<>();
    private final ListItems lists = new ListItems();
    /** How much was written when each of the links around began. */
    private final Deque<Integer> links = new ArrayDeque<>();

    private int skipping;
    private int preformatted;
    private int signatures;
    private double lastSize;

    private HtmlText(boolean all) {
        this.all = all;
    }

    /** What is seen of it; where nothing is, what is hidden. */
    static String of(Document document) {
        String seen = new HtmlText(false).read(document);
        return Marks.strip(seen).isBlank() ? all(document) : seen;
    }

    /** What is hidden as well. */
    static String all(Document document) {
        return new HtmlText(true).read(document);
    }

    private String read(Document document) {
        lettering.push(Lettering.of(document));
        NodeTraversor.traverse(this, document.body());
        return lines.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) {
            open(e);
        } else if (skipping == 0 && node instanceof TextNode text) {
            append(text);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element e) {
            close(e);
        }
    }

    private void open(Element e) {
        String name = e.normalName();
        if (isSkipped(e)) {
            skipping++;
        }
        if (skipping > 0) {
            return;
        }
        lettering.push(lettering.peek().within(e));
        if (QuoteElements.startsHistory(e)) {
            lines.mark(Marks.HISTORY);
        }
        if (QuoteElements.isSignature(e)) {
            signatures++;
            lines.mark(Marks.SIGNATURE);
        }
        switch (name) {
            case "br" -> lines.newLine();
            case "hr" -> {
                lines.breakLine();
                lines.words(RULE);
                lines.breakLine();
            }
            case "td", "th" -> cell();
            case "a" -> links.push(lines.length());
            case "img" -> {
                if (!all && signatures == 0) {
                    PictureWords.of(e).ifPresent(lines::words);
                }
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    lines.breakLine();
                } else if (PARAGRAPHS.contains(name)) {
                    paragraph(e);
                }
            }
        }
        if (ListItems.isList(name)) {
            lists.open(e);
        }
        if (name.equals("li")) {
            lines.item(lists.mark(e));
        }
        if (name.equals("pre")) {
            preformatted++;
        }
        if (QuoteElements.isQuote(e)) {
            lines.quote();
        }
    }

    private void close(Element e) {
        String name = e.normalName();
        if (isSkipped(e)) {
            skipping--;
            return;
        }
        if (skipping > 0) {
            return;
        }
        lettering.pop();
        if (name.equals("a") && lines.length() > links.pop() && !all) {
            LinkTargets.of(e).ifPresent(lines::target);
        }
        if (name.equals("li")) {
            lines.endItem();
        }
        if (ListItems.isList(name)) {
            lists.close();
        }
        if (BLOCKS.contains(name)) {
            lines.breakLine();
        } else if (PARAGRAPHS.contains(name)) {
            paragraph(e);
        }
        if (name.equals("td") || name.equals("th")) {
            cell();
        }
        if (name.equals("pre")) {
            preformatted--;
        }
        if (QuoteElements.isQuote(e)) {
            lines.unquote();
        }
        if (QuoteElements.isSignature(e)) {
            signatures--;
            lines.mark(Marks.SIGNATURE_END);
        }
    }

    private void cell() {
        if (lines.isBegun()) {
            lines.blank();
        }
    }

    private boolean isSkipped(Element e) {
        return SKIPPED.contains(e.normalName()) || !all && Hidden.is(e);
    }

    private void append(TextNode node) {
        if (!all && lettering.peek().isHidden()) {
            return;
        }
        if (preformatted > 0) {
            String[] pieces = node.getWholeText().split("\n", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    lines.newLine();
                }
                lines.raw(pieces[i].endsWith("\r") ? pieces[i].substring(0, pieces[i].length() - 1) : pieces[i]);
            }
            return;
        }
        String text = node.getWholeText();
        double size = lettering.peek().size();
        boolean readable = size == 0 || size > SMALLEST_READABLE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || !readable && isSymbol(c)) {
                lines.blank();
                continue;
            }
            separateFromNoise(size);
            lines.letter(c);
        }
    }

    /**
     * Filters are fooled by letters too small to see between the visible ones: what the eye parts is no one word, and
     * of what it cannot read only words are kept.
     */
    private void separateFromNoise(double size) {
        if (!lines.isBegun()) {
            lastSize = 0;
        }
        if (size > 0 && lastSize > 0 && Math.max(size, lastSize) >= 3 * Math.min(size, lastSize)) {
            lines.blank();
        }
        lastSize = size;
    }

    private static boolean isSymbol(char c) {
        int type = Character.getType(c);
        return type == Character.MATH_SYMBOL || type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL;
    }

    private void paragraph(Element e) {
        lines.paragraph(e.className().toLowerCase(Locale.ROOT).contains("msonormal")
                || e.attr("style").replace(" ", "").contains("margin:0"));
    }
}
