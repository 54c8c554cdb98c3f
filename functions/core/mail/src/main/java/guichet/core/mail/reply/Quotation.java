package guichet.core.mail.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lines behind ">" that nothing introduces: a mail, or what an author cites. */
final class Quotation {
    private static final Pattern MARKS = Pattern.compile("^[\\s>]+");
    private static final Pattern DEEPER = Pattern.compile("^\\s*>\\s?>.*");
    private static final Pattern GREETING =
            Pattern.compile("(?:bonjour|bonsoir|salut|madame|monsieur|chère?|hello|hi|dear|hallo|"
                    + "guten tag|sehr geehrte|hola|buenos|buongiorno|olá|beste|geachte|hej)(?![\\p{L}\\d]).*");

    private Quotation() {}

    /** It has headers, an attribution or a greeting, or quotes another mail itself. */
    static boolean isMail(String[] lines, Kind[] kinds, int from, int to) {
        for (int i = from; i < to; i++) {
            if (kinds[i] != Kind.QUOTE) {
                continue;
            }
            String words = withoutMarks(lines[i]);
            if (DEEPER.matcher(lines[i]).matches()
                    || words.indexOf('@') >= 0
                    || GREETING.matcher(words.toLowerCase(Locale.ROOT)).matches()) {
                return true;
            }
        }
        return Arrays.stream(Lines.classify(inner(lines, kinds, from, to))).anyMatch(Kind::startsHistory);
    }

    /** Its first line is a header or an attribution. */
    static boolean startsWithHistory(String[] lines, Kind[] kinds, int from, int to) {
        return Arrays.stream(Lines.classify(inner(lines, kinds, from, to)))
                .filter(kind -> kind != Kind.EMPTY)
                .findFirst()
                .filter(Kind::startsHistory)
                .isPresent();
    }

    private static String[] inner(String[] lines, Kind[] kinds, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> kinds[i] == Kind.QUOTE ? withoutMarks(lines[i]) : "")
                .toArray(String[]::new);
    }

    private static String withoutMarks(String line) {
        return MARKS.matcher(line).replaceFirst("");
    }
}
