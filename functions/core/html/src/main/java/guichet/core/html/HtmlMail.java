package guichet.core.html;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The HTML form of a mail, parsed once.
 *
 * @param text as {@link HtmlText} reads it, with the {@link Marks} that tell where history and signature begin
 * @param clean safe to show in a sandboxed frame, see {@link HtmlCleaner}
 * @param said what that says in words, as {@link HtmlWords} finds them
 */
public record HtmlMail(String text, String clean, List<String> said) {
    /** Longer HTML is not parsed as a tree, whose size in memory is many times its own. */
    static final int LONGEST = 1_000_000;

    public static HtmlMail read(String html) {
        if (html.length() > LONGEST || Nesting.isTooDeep(html)) {
            String text = withoutTags(html);
            return new HtmlMail(text, "<pre>" + escape(text) + "</pre>", List.of(text));
        }
        Document document = Jsoup.parse(Marks.strip(html));
        String text = HtmlText.of(document);
        Document clean = HtmlCleaner.clean(document);
        return new HtmlMail(text, clean.body().html(), HtmlWords.of(clean));
    }

    /** As one page, this one first. */
    public HtmlMail and(HtmlMail other) {
        boolean either = text.isEmpty() || other.text.isEmpty();
        return new HtmlMail(
                text + (either ? "" : "\n") + other.text,
                clean + other.clean,
                Stream.concat(said.stream(), other.said.stream()).toList());
    }

    /** A page that stands for words which are read elsewhere. */
    public static HtmlMail wordless(String clean) {
        return new HtmlMail("", clean, List.of());
    }

    /** A linear scan for what is too long or deep to parse: tags become blanks, entities stay. */
    static String withoutTags(String html) {
        var out = new StringBuilder(Math.min(html.length(), LONGEST));
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                inTag = true;
                out.append(' ');
            } else if (c == '>') {
                inTag = false;
            } else if (!inTag) {
                out.append(c);
            }
        }
        return Marks.strip(out.toString());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
