package guichet.core.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What cleaned HTML says to whoever reads it, looks at its source, or has it read aloud. */
final class HtmlWords {
    /** More than a reader of labels and values looks ahead: neighbouring attributes must not read as one sentence. */
    private static final String APART = "\n".repeat(8);

    private static final List<String> WORDS = List.of("title", "alt");
    private static final List<String> ADDRESSES = List.of("href", "data-remote-src");

    private HtmlWords() {}

    /**
     * As it reads, and in the attributes that are for people. Of addresses only what stands before the query: most that
     * links carry there looks like a key, and is one to nothing but a newsletter.
     */
    static List<String> of(Document clean) {
        var attributes = new LinkedHashSet<String>();
        for (Element e : clean.body().getAllElements()) {
            if (e.attributesSize() == 0) {
                continue;
            }
            for (String name : WORDS) {
                attributes.add(e.attr(name));
            }
            for (String name : ADDRESSES) {
                attributes.add(decoded(beforeQuery(e.attr(name))));
            }
        }
        return List.of(HtmlText.all(clean), String.join(APART, attributes));
    }

    private static String beforeQuery(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return address.substring(0, i);
            }
        }
        return address;
    }

    static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
