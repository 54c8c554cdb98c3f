package guichet.core.text;

import java.util.List;

/** One thing that the product says, whatever the language. */
public final class Message {
    private final Bundle bundle;
    private final String key;
    private final List<String> placeholders;

    Message(Bundle bundle, String key, List<String> placeholders) {
        this.bundle = bundle;
        this.key = key;
        this.placeholders = placeholders;
    }

    public String key() {
        return key;
    }

    /** In the order in which the code gives values. */
    public List<String> placeholders() {
        return placeholders;
    }

    /**
     * In that language, else in English. Values are put in as they are, and never read for placeholders.
     *
     * @param language its code, such as {@code fr}
     * @param values one for each placeholder, in their order
     */
    public String in(String language, Object... values) {
        if (values.length != placeholders.size()) {
            throw new IllegalArgumentException(key + " takes " + placeholders + ", not " + values.length + " values");
        }
        return fill(bundle.template(key, language), values);
    }

    private String fill(String template, Object[] values) {
        var out = new StringBuilder(template.length() + 16 * values.length);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            int which = close < 0 ? -1 : placeholders.indexOf(template.substring(open + 1, close));
            out.append(template, at, open).append(which < 0 ? "{" : values[which]);
            at = which < 0 ? open + 1 : close + 1;
        }
        return out.append(template, at, template.length()).toString();
    }
}
