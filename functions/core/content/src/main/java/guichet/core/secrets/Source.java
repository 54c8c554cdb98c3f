package guichet.core.secrets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text and the same as labels are looked for in it ({@link Folding}); looked at in pieces of bounded length. */
record Source(String text, String folded) {
    private static final int LONGEST_LINE = 120;

    Matcher matcher(Pattern pattern, int from, int most) {
        return pattern.matcher(text).region(from, Math.min(text.length(), from + most));
    }

    boolean matches(Pattern pattern, int from, int most) {
        return pattern.matcher(folded)
                .region(from, Math.min(text.length(), from + most))
                .lookingAt();
    }

    /** Whether the pattern, which ends with "$", stands right before a place. */
    boolean endsWith(Pattern pattern, int end, int most) {
        return pattern.matcher(folded).region(Math.max(0, end - most), end).find();
    }

    boolean isOneOf(String marks, int at) {
        return at >= 0 && at < text.length() && marks.indexOf(text.charAt(at)) >= 0;
    }

    boolean isBlank(int at) {
        return at < 0 || at >= text.length() || Folding.isBlank(text.charAt(at));
    }

    /** Where the line begins, or a place in it {@value #LONGEST_LINE} characters off. */
    int lineStart(int from) {
        int limit = Math.max(0, from - LONGEST_LINE);
        int at = from;
        while (at > limit && text.charAt(at - 1) != '\n') {
            at--;
        }
        return at;
    }

    /** Where the line ends, or a place in it {@value #LONGEST_LINE} characters off. */
    int lineEnd(int from) {
        int limit = Math.min(text.length(), from + LONGEST_LINE);
        int end = text.indexOf('\n', from, limit);
        return end < 0 ? limit : end;
    }

    /** Whether nothing that is read stands before it in its line. */
    boolean isFirstInLine(int at) {
        for (int i = lineStart(at); i < at; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
