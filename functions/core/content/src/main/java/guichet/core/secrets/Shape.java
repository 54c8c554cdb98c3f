package guichet.core.secrets;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is a secret by how it is written, whatever stands around it.
 *
 * @param pattern group 1 is the secret; each part of it is bounded, so that no text makes it slow
 * @param signs one of which must be in a text (folded) for it to be worth a look; two characters at least
 */
record Shape(Pattern pattern, List<String> signs) {
    static Shape of(String pattern, String... signs) {
        return new Shape(Pattern.compile(pattern), List.of(signs));
    }

    void find(String text, List<Span> spans) {
        var m = pattern.matcher(text);
        while (m.find()) {
            var value = m.group(1);
            if (!Placeholders.isOne(value) && !Placeholders.standsForItself(text, m.start(1), value)) {
                spans.add(new Span(m.start(1), m.end(1)));
            }
        }
    }
}
