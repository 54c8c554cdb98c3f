package guichet.core.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of accounts that nothing announces: "alice / x" in one line after another, or in one that says
 * "(login/password)".
 */
final class LoneAccounts {
    private static final String NAME = "([\\w.@-]{2,40})";

    /** A name and a value, which are all that the line says; group 1 and 2. */
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t>]{0,8}(?:[-*•]|\\d{1,3}[.)])?[ \\t]{0,3}(?:[\\p{L} ]{2,20} ?(?:→|->|:|=>) ?)?"
                    + NAME + "(?: ?[/|] ?| [–—-] )(\\S{5,40})[ \\t]{0,3}$");

    /** A product and its version. */
    private static final Pattern NUMBERED = Pattern.compile("\\p{L}+[\\d.]+\\p{L}?");

    private LoneAccounts() {}

    static void find(String text, List<Span> spans) {
        Span last = null;
        int end = 0;
        Matcher m = LINE.matcher(text);
        while (m.find()) {
            if (!isSecret(m.group(2)) || !Character.isLowerCase(m.group(1).charAt(0))) {
                continue;
            }
            boolean alone = Looks.hasSymbol(m.group(2)) && Looks.hasDigit(m.group(2));
            var found = new Span(m.start(2), m.end(2));
            boolean follows = last != null && m.start() <= end + 2;
            if (follows) {
                spans.add(last);
            }
            if (follows || alone) {
                spans.add(found);
            }
            last = found;
            end = m.end();
        }
    }

    /** No name of a device: letters of both cases and a digit, or a symbol inside, and no path. */
    private static boolean isSecret(String value) {
        return value.indexOf('/') < 0
                && !NUMBERED.matcher(value).matches()
                && Looks.of(value).atLeast(Looks.FIRM);
    }
}
