package guichet.core.mail.reply;

import guichet.core.html.Marks;
import java.util.Arrays;

/** Tells the lines of a mail apart, from the certain to the likely. */
final class Lines {
    private Lines() {}

    static Kind[] classify(String[] lines) {
        var kinds = new Kind[lines.length];
        for (int i = 0; i < lines.length; i++) {
            kinds[i] = alone(lines[i]);
        }
        for (int i = 0; i < lines.length; i++) {
            if (kinds[i] == Kind.TEXT && Separators.isSeparator(lines[i])) {
                kinds[i] = Kind.ATTRIBUTION;
            }
        }
        var attributions = new Attribution(lines, kinds);
        for (int i = 0; i < lines.length; i++) {
            Attribution.Span span = attributions.from(i);
            if (span == null) {
                continue;
            }
            Arrays.fill(kinds, span.start(), span.end(), Kind.ATTRIBUTION);
            i = span.end() - 1;
        }
        HeaderBlock.mark(lines, kinds);
        markRules(lines, kinds);
        Signatures.mark(lines, kinds);
        return kinds;
    }

    /** A rule right above history belongs to it. */
    private static void markRules(String[] lines, Kind[] kinds) {
        for (int i = lines.length - 2; i >= 0; i--) {
            if (kinds[i] != Kind.TEXT || !Separators.isRule(lines[i])) {
                continue;
            }
            int next = kinds[i + 1] == Kind.EMPTY && i + 2 < lines.length ? i + 2 : i + 1;
            if (kinds[next].startsHistory()) {
                kinds[i] = Kind.ATTRIBUTION;
            }
        }
    }

    private static Kind alone(String line) {
        int i = 0;
        while (i < line.length()
                && (Character.isWhitespace(line.charAt(i))
                        || line.charAt(i) == '\u00A0'
                        || line.charAt(i) == '\u200B')) {
            i++;
        }
        if (i == line.length()) {
            return Kind.EMPTY;
        }
        if (line.charAt(i) == Marks.HISTORY) {
            return Kind.ATTRIBUTION;
        }
        return line.charAt(i) == '>' ? Kind.QUOTE : Kind.TEXT;
    }
}
