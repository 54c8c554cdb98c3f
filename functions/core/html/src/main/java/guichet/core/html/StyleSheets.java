package guichet.core.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A mail's style sheets, written into the style attributes of the elements that they mean: none passes
 * {@link HtmlCleaner}, yet Outlook says even the space between two lines in one. Only plain selectors count (an
 * element, a class, an id, an element's class): looking them up is linear, whatever the sheet. Rules that hold under a
 * condition, at-rules and states, are left out.
 */
final class StyleSheets {
    private static final Pattern SELECTOR =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,20}|[a-zA-Z0-9]{0,20}[.#][a-zA-Z_-][a-zA-Z0-9_-]{0,60}");
    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_RULE = 2_000;
    /**
     * Characters that styles may add to a document: one rule for every paragraph must not make many megabytes of a
     * mail.
     */
    private static final int MOST_ADDED = 300_000;

    private record Rule(int order, String selector, String declarations) {
        int weight() {
            return selector.indexOf('#') >= 0
                    ? 100
                    : selector.indexOf('.') < 0 ? 1 : selector.startsWith(".") ? 10 : 11;
        }
    }

    private StyleSheets() {}

    static void inline(Document document) {
        Map<String, List<Rule>> rules = new HashMap<>();
        int order = 0;
        for (Element style : document.select("style")) {
            for (Rule rule : parse(style.data(), order)) {
                rules.computeIfAbsent(rule.selector, _ -> new ArrayList<>()).add(rule);
            }
            order += MOST_RULES;
        }
        if (rules.isEmpty()) {
            return;
        }
        int room = MOST_ADDED;
        for (Element e : document.getAllElements()) {
            String declarations = declarations(rules, e);
            room -= declarations.length();
            if (room < 0) {
                return;
            }
            if (!declarations.isEmpty()) {
                e.attr("style", declarations + e.attr("style"));
            }
        }
    }

    /** As they follow in weight: the later one holds, and what the element says itself comes last. */
    private static String declarations(Map<String, List<Rule>> rules, Element e) {
        var found = new ArrayList<Rule>(rules.getOrDefault(e.normalName(), List.of()));
        for (String name : e.classNames()) {
            found.addAll(rules.getOrDefault("." + name, List.of()));
            found.addAll(rules.getOrDefault(e.normalName() + "." + name, List.of()));
        }
        if (!e.id().isEmpty()) {
            found.addAll(rules.getOrDefault("#" + e.id(), List.of()));
            found.addAll(rules.getOrDefault(e.normalName() + "#" + e.id(), List.of()));
        }
        found.sort(Comparator.comparingInt(Rule::weight).thenComparingInt(Rule::order));
        var out = new StringBuilder();
        for (Rule rule : found) {
            out.append(rule.declarations).append(';');
        }
        return out.toString();
    }

    private static List<Rule> parse(String sheet, int firstOrder) {
        String css = withoutComments(sheet);
        var rules = new ArrayList<Rule>();
        int at = 0;
        while (at < css.length() && rules.size() < MOST_RULES) {
            int open = css.indexOf('{', at);
            if (open < 0) {
                break;
            }
            String prelude = css.substring(at, open);
            int statement = prelude.lastIndexOf(';'); // "@import …;" before the rule
            if (statement >= 0) {
                prelude = prelude.substring(statement + 1);
            }
            boolean conditional = prelude.stripLeading().startsWith("@");
            int close = conditional ? endOfBlock(css, open) : css.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (!conditional && close - open < LONGEST_RULE) {
                add(rules, prelude, css.substring(open + 1, close).strip(), firstOrder);
            }
            at = close + 1;
        }
        return rules;
    }

    private static void add(List<Rule> rules, String selectors, String declarations, int firstOrder) {
        for (String part : selectors.split(",", 50)) {
            String selector = part.strip();
            if (!SELECTOR.matcher(selector).matches()) {
                continue;
            }
            int name = Math.max(selector.indexOf('.'), selector.indexOf('#'));
            String element = name < 0 ? selector : selector.substring(0, name);
            rules.add(new Rule(
                    firstOrder + rules.size(),
                    element.toLowerCase(Locale.ROOT) + selector.substring(element.length()),
                    declarations));
        }
    }

    private static int endOfBlock(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            if (css.charAt(i) == '{') {
                depth++;
            } else if (css.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutComments(String css) {
        var out = new StringBuilder(css.length());
        int at = 0;
        for (int start = css.indexOf("/*"); start >= 0; start = css.indexOf("/*", at)) {
            out.append(css, at, start).append(' ');
            int end = css.indexOf("*/", start + 2);
            at = end < 0 ? css.length() : end + 2;
        }
        return out.append(css, at, css.length()).toString().replace("<!--", " ").replace("-->", " ");
    }
}
