package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One label may have several: "Abc1 and Abc2, or Abc3". */
final class MoreValues {
    private static final int MOST = 20;
    private static final Pattern AND =
            Pattern.compile("\\s{0,2}(?:[,;/]|(?:,\\s)?(?:et|ou|or|and|puis|then|und|y|not|pas|a|to|en|par|"
                    + "vers)(?=\\s))\\s{1,2}(?:puis |ou |or |and |et )?(?:\\p{L}{2,15} (?=\\S*\\d))?");

    private MoreValues() {}

    /** Where the last of them ends. */
    static int find(Source source, Label label, Value first, List<Span> spans) {
        int done = first.wholeEnd(source.text());
        var at = first;
        for (int i = 0; i < MOST; i++) {
            int from = at.after(source.text());
            Matcher and = AND.matcher(source.folded())
                    .region(from, Math.min(source.text().length(), from + 20));
            if (!and.lookingAt()) {
                break;
            }
            at = Value.at(source.text(), and.end());
            boolean code = label.kind() == Kind.CODE && Verdict.isCode(at.text());
            if (at.hasBlank() || !code && !Looks.of(at.text()).atLeast(Looks.MIXED)) {
                break;
            }
            done = at.wholeEnd(source.text());
            spans.add(new Span(at.start(), done));
        }
        return done;
    }
}
