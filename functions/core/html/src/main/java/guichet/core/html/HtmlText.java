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
    private static final int DEEPEST_QUOTE = 20;
    /** Pixels. */
    private static final double SMALLEST_READABLE = 3;

    private final boolean all;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Lettering> lettering = new ArrayDeque<>();
    private int skipping;
    private int quotes;
    private int preformatted;
    private boolean blank;
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
        breakLine();
        return out.toString().strip();
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
            mark(Marks.HISTORY);
        }
        if (QuoteElements.isSignature(e)) {
            mark(Marks.SIGNATURE);
        }
        switch (name) {
            case "br" -> newLine();
            case "hr" -> {
                breakLine();
                line.append(RULE);
                breakLine();
            }
            case "td", "th" -> blank = !line.isEmpty();
            default -> {
                if (BLOCKS.contains(name)) {
                    breakLine();
                } else if (PARAGRAPHS.contains(name)) {
                    paragraph(e);
                }
            }
        }
        if (name.equals("li")) {
            line.append("- ");
        }
        if (name.equals("pre")) {
            preformatted++;
        }
        if (QuoteElements.isQuote(e)) {
            quotes++;
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
        if (BLOCKS.contains(name)) {
            breakLine();
        } else if (PARAGRAPHS.contains(name)) {
            paragraph(e);
        }
        if (name.equals("td") || name.equals("th")) {
            blank = !line.isEmpty();
        }
        if (name.equals("pre")) {
            preformatted--;
        }
        if (QuoteElements.isQuote(e)) {
            quotes--;
        }
        if (QuoteElements.isSignature(e)) {
            mark(Marks.SIGNATURE_END);
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
            String[] lines = node.getWholeText().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    newLine();
                }
                line.append(lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i]);
            }
            return;
        }
        String text = node.getWholeText();
        double size = lettering.peek().size();
        boolean readable = size == 0 || size > SMALLEST_READABLE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || !readable && isSymbol(c)) {
                blank = true;
                continue;
            }
            separateFromNoise(size);
            if (blank && !line.isEmpty()) {
                line.append(' ');
            }
            blank = false;
            if (c != '\u200B' && c != '\uFEFF') {
                line.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    /**
     * Filters are fooled by letters too small to see between the visible ones: what the eye parts is no one word, and
     * of what it cannot read only words are kept.
     */
    private void separateFromNoise(double size) {
        if (size > 0 && lastSize > 0 && !line.isEmpty() && Math.max(size, lastSize) >= 3 * Math.min(size, lastSize)) {
            blank = true;
        }
        lastSize = size;
    }

    private static boolean isSymbol(char c) {
        int type = Character.getType(c);
        return type == Character.MATH_SYMBOL || type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL;
    }

    private void paragraph(Element e) {
        breakLine();
        boolean tight = e.className().toLowerCase(Locale.ROOT).contains("msonormal")
                || e.attr("style").replace(" ", "").contains("margin:0");
        if (!tight && !out.isEmpty() && !endsWithBlankLine()) {
            newLine();
        }
    }

    private boolean endsWithBlankLine() {
        int n = out.length();
        if (n < 2 || out.charAt(n - 1) != '\n') {
            return false;
        }
        int start = out.lastIndexOf("\n", n - 2) + 1;
        for (int i = start; i < n - 1; i++) {
            if (out.charAt(i) != '>' && out.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private void mark(char mark) {
        breakLine();
        if (quotes == 0) {
            out.append(mark).append('\n');
        }
    }

    private void breakLine() {
        if (!line.isEmpty()) {
            newLine();
        }
        blank = false;
    }

    private void newLine() {
        if (quotes > 0) {
            out.append(">".repeat(Math.min(quotes, DEEPEST_QUOTE))).append(line.isEmpty() ? "" : " ");
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(line, 0, end).append('\n');
        line.setLength(0);
        blank = false;
        lastSize = 0;
    }
}
