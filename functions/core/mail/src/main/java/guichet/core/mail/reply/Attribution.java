package guichet.core.mail.reply;

import guichet.core.html.Marks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a mail's lines hold the {@link AttributionSentence} above a quotation, which clients wrap over some lines. */
final class Attribution {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 400;
    private static final int LEAST_DASHES = 3;
    /** Yahoo on a phone: "On …, Ana &lt;ana@x.example&gt; wrote: Hello," */
    private static final Pattern QUOTE_ON_THE_SAME_LINE = Pattern.compile("@[^:]{1,80}:(?=\\s{2,}\\S)");

    private final String[] lines;
    private final Kind[] kinds;

    Attribution(String[] lines, Kind[] kinds) {
        this.lines = lines;
        this.kinds = kinds;
    }

    /** The lines from {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /** The attribution that starts at this line or in the lines which may belong to it; null if there is none. */
    Span from(int at) {
        if (!mayStart(at)) {
            return null;
        }
        if (isWithItsQuote(at)) {
            return new Span(at, at + 1);
        }
        var sentence = new StringBuilder();
        int limit = Math.min(lines.length, at + MOST_LINES);
        for (int i = at; i < limit && sentence.length() <= LONGEST; i++) {
            if (i > at && !goesOn(i, sentence)) {
                break;
            }
            if (kinds[i] != Kind.EMPTY) {
                sentence.append(i > at ? " " : "").append(bare(lines[i]));
            }
            if (sentence.length() <= 2 * LONGEST
                    && isAttribution(new AttributionSentence(sentence.toString()), i + 1)) {
                return new Span(start(at, i + 1), i + 1);
            }
        }
        return null;
    }

    private boolean isAttribution(AttributionSentence sentence, int next) {
        return sentence.ends() && sentence.isAttribution(quoteFollows(next))
                || sentence.isIsoDateWithName(quoteFollows(next)) && !wrapsOn(next);
    }

    /**
     * What stands directly above the sentence would be joined to it: the latest line that opens one, so that no word of
     * the author's is taken for its beginning.
     */
    private int start(int first, int end) {
        for (int i = end - 1; i > first; i--) {
            if (isWholeFrom(i, first, end) && sentence(i, end).opensWithDate()) {
                return withBrokenDate(i, end);
            }
        }
        if (sentence(first, first + 1).opensWithDate()) {
            return first;
        }
        for (int i = end - 1; i > first; i--) {
            if (isWholeFrom(i, first, end) && standsAlone(i)) {
                return withBrokenDate(i, end);
            }
        }
        return first;
    }

    /** "On Tuesday," or "Am Fr., 28.", and the rest of the date on the next line. */
    private int withBrokenDate(int start, int end) {
        var above = sentence(start - 1, start);
        return above.isOpenerAndDay()
                        || above.breaksOffInDate() && sentence(start, end).hasMoment()
                ? start - 1
                : start;
    }

    private boolean isWholeFrom(int start, int first, int end) {
        return mayStart(start)
                && sentence(start, end).hasVerb() == sentence(first, end).hasVerb()
                && isAttribution(sentence(start, end), end);
    }

    private AttributionSentence sentence(int from, int end) {
        var sentence = new StringBuilder(bare(lines[from]));
        for (int i = from + 1; i < end; i++) {
            if (kinds[i] != Kind.EMPTY) {
                sentence.append(' ').append(bare(lines[i]));
            }
        }
        return new AttributionSentence(sentence.toString());
    }

    private boolean mayStart(int at) {
        if (kinds[at] != Kind.TEXT) {
            return false;
        }
        String first = bare(lines[at]);
        return first.length() >= 3 && first.length() <= LONGEST && new AttributionSentence(first).mayStart();
    }

    private boolean goesOn(int at, CharSequence sentence) {
        return switch (kinds[at]) {
            case EMPTY -> resumes(at + 1);
            case QUOTE -> isOpen(sentence, '<', '>'); // "<ana@x.example" and, on the next line, "> wrote:"
            case TEXT ->
                !Marks.isMark(lines[at].charAt(0)) && (!endsSentence(sentence) || continues(at) || startsWithDigit(at));
            default -> false;
        };
    }

    /** Nobody begins a sentence so. */
    private boolean continues(int at) {
        String s = bare(lines[at]);
        return !s.isEmpty() && ("<([".indexOf(s.charAt(0)) >= 0 || Character.isLowerCase(s.charAt(0)));
    }

    /** "28. Apr." and, on the next line, "2026 um 11:53 Uhr:" */
    private boolean startsWithDigit(int at) {
        String s = bare(lines[at]);
        return !s.isEmpty() && Character.isDigit(s.charAt(0));
    }

    private boolean standsAlone(int at) {
        boolean begins =
                !continues(at) || Character.isLetter(bare(lines[at]).charAt(0)) && endsSentence(bare(lines[at - 1]));
        return begins
                && !isOpen(bare(lines[at - 1]), '<', '>')
                && !isOpen(bare(lines[at - 1]), '(', ')')
                && !isOpen(bare(lines[at]), '>', '<');
    }

    /** Not "am Fr., 28.", which a month follows. */
    private static boolean endsSentence(CharSequence s) {
        int last = s.length() - 1;
        return last > 0 && ".!?…".indexOf(s.charAt(last)) >= 0 && !Character.isDigit(s.charAt(last - 1));
    }

    private static boolean isOpen(CharSequence s, char opening, char closing) {
        return s.chars().filter(c -> c == opening).count()
                > s.chars().filter(c -> c == closing).count();
    }

    /** A blank line is part of the sentence only if an address goes on below it. */
    private boolean resumes(int next) {
        if (next >= lines.length) {
            return false;
        }
        String s = bare(lines[next]);
        return s.startsWith("<") || s.startsWith("mailto:") || s.startsWith("[mailto:");
    }

    /** The next line closes an address that this one has opened. */
    private boolean wrapsOn(int next) {
        return next < lines.length
                && kinds[next] == Kind.TEXT
                && new AttributionSentence(bare(lines[next])).ends()
                && bare(lines[next]).indexOf('@') > 0;
    }

    private boolean quoteFollows(int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.EMPTY) {
            i++;
        }
        return i < kinds.length && kinds[i] == Kind.QUOTE;
    }

    private boolean isWithItsQuote(int at) {
        String line = bare(lines[at]);
        Matcher quote = QUOTE_ON_THE_SAME_LINE.matcher(line);
        if (!quote.find()) {
            return false;
        }
        var sentence = new AttributionSentence(line.substring(0, quote.end()));
        return sentence.opensWithDate() && sentence.hasVerb() && sentence.isAttribution(false);
    }

    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isDecoration(line.charAt(start))) {
            start++;
        }
        while (end > start && isDecoration(line.charAt(end - 1))) {
            end--;
        }
        String s = line.substring(start, end);
        if (s.startsWith("---- ") && s.endsWith(" ----")) { // Zoho
            s = s.substring(0, s.length() - 5) + ":";
        }
        return withoutControls(withoutDashes(s).replace('\u00A0', ' ').replace('\u202F', ' '));
    }

    /** "--- On …" of Yahoo, "----- On …" of Zimbra; behind fewer stands an item of a list. */
    private static String withoutDashes(String s) {
        int dashes = 0;
        while (dashes < s.length() && s.charAt(dashes) == '-') {
            dashes++;
        }
        return dashes >= LEAST_DASHES && dashes < s.length() && s.charAt(dashes) == ' ' ? s.substring(dashes + 1) : s;
    }

    /** What only turns the direction of writing stands around names and addresses too. */
    private static String withoutControls(String s) {
        if (s.chars().noneMatch(c -> isDirection((char) c))) {
            return s;
        }
        var out = new StringBuilder(s.length());
        s.chars().filter(c -> !isDirection((char) c)).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static boolean isDecoration(char c) {
        return Character.isWhitespace(c)
                || c == '*'
                || c == '_'
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\u202F'
                || isDirection(c);
    }

    private static boolean isDirection(char c) {
        return c == '\u200E' || c == '\u200F' || c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }
}
