package guichet.core.mail.reply;

import guichet.core.html.Marks;
import java.util.Arrays;

/**
 * Parts what an author wrote from the history that the client added below, above or around it.
 *
 * <p>Lines are first told apart one by one ({@link Lines}), then a few rules fold what is certainly history. An answer
 * between quotes stays with its quotes; where a body cannot be told from its quotes, all of it stays visible.
 */
public final class ReplyTrimmer {
    /** What comes after so many lines is looked at as one more line. */
    private static final int MOST_LINES = 5_000;

    private static final int MOST_LINES_CITED = 4;

    private ReplyTrimmer() {}

    public static Trimmed trim(String text, Context context) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", MOST_LINES);
        var folding = new Folding(lines, Lines.classify(lines));
        if (context.reply() && !context.forward()) {
            folding.foldBelowMarker();
            folding.foldSignatures();
            folding.foldLeadingQuote();
            folding.foldHistory();
            folding.foldTrailingQuotes();
        } else {
            folding.keepWhatIsPassedOn();
            folding.foldSignatures();
        }
        return folding.result();
    }

    /** The lines of one mail, and which of them are folded. */
    private static final class Folding {
        private final String[] lines;
        private final Kind[] kinds;
        private final boolean[] folded;
        /** The author says that what stands below is to be read. */
        private final boolean pointedAt;

        private int end;

        Folding(String[] lines, Kind[] kinds) {
            this.lines = lines;
            this.kinds = kinds;
            this.folded = new boolean[lines.length];
            this.end = lines.length;
            int history = firstHistory();
            this.pointedAt = history < lines.length
                    && (InlineAnswers.areAnnounced(lines, kinds, history)
                            || isForward(history) && InlineAnswers.pointBelow(lines, kinds, history));
        }

        private boolean isForward(int history) {
            for (int i = history; i < lines.length && continues(i); i++) {
                if (Separators.isForward(lines[i])) {
                    return true;
                }
            }
            return false;
        }

        private int firstHistory() {
            int i = 0;
            while (i < kinds.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE) {
                i++;
            }
            return i;
        }

        /** Nobody here has seen what a forward or the first mail of a ticket quotes. */
        void keepWhatIsPassedOn() {
            end = firstHistory();
        }

        void foldBelowMarker() {
            for (int i = 0; i < end; i++) {
                if (!Markers.isMarker(lines[i])) {
                    continue;
                }
                if (hasText(0, i)) {
                    foldFrom(i);
                } else {
                    folded[i] = true;
                }
                return;
            }
        }

        void foldSignatures() {
            int last = pointedAt ? Math.min(end, firstHistory()) : end;
            for (int i = 0; i < last; i++) {
                if (kinds[i] == Kind.SIGNATURE) {
                    folded[i] = true;
                }
            }
        }

        /** From the last beginning of history to the first: what it leaves may make the next one certain. */
        void foldHistory() {
            for (int i = end - 1; i >= 0; i--) {
                if (!kinds[i].startsHistory()) {
                    continue;
                }
                int start = i;
                while (start > 0 && continues(start - 1)) {
                    start--;
                }
                fold(start, i + 1);
                i = start;
            }
        }

        /** An attribution, a separator and a header block that follow each other are one beginning. */
        private boolean continues(int i) {
            if (kinds[i].startsHistory()) {
                return true;
            }
            int above = i;
            while (above > 0 && kinds[above] == Kind.EMPTY && i - above < 3) {
                above--;
            }
            return kinds[i] == Kind.EMPTY && kinds[above].startsHistory();
        }

        private void fold(int start, int after) {
            boolean textAbove = hasText(0, start);
            boolean textBelow = hasText(after, end);
            if (pointedAt && !(textBelow && firstKind(after) == Kind.QUOTE)) {
                return;
            }
            if (!textBelow) {
                foldFrom(start);
                return;
            }
            for (int i = start; i < after; i++) {
                folded[i] = true;
            }
            boolean quoteBelow = has(Kind.QUOTE, after, end);
            boolean quoteFirst = firstKind(after) == Kind.QUOTE;
            if (textAbove && (!quoteBelow || !quoteFirst)) { // history without ">", and what it quotes
                foldFrom(start);
            } else if (!textAbove && quoteFirst) {
                foldQuoteAbove(after);
            }
        }

        /** One quotation, then only text: the author answers below it. */
        private void foldQuoteAbove(int after) {
            int text = after;
            while (text < end && kinds[text] != Kind.TEXT) {
                text++;
            }
            if (has(Kind.QUOTE, text, end) || hasHistory(text)) {
                return;
            }
            Arrays.fill(folded, after, text, true);
        }

        /** The author answers below one quotation, whose headers or attribution are quoted too. */
        void foldLeadingQuote() {
            int text = 0;
            while (text < end && (kinds[text] == Kind.QUOTE || kinds[text] == Kind.EMPTY)) {
                text++;
            }
            if (!hasText(text, end) || has(Kind.QUOTE, text, end) || hasHistory(text)) {
                return;
            }
            if (Quotation.startsWithHistory(lines, kinds, 0, text)) {
                Arrays.fill(folded, 0, text, true);
            }
        }

        void foldTrailingQuotes() {
            if (pointedAt) {
                return;
            }
            int last = end;
            boolean quotes = false;
            while (last > 0 && (kinds[last - 1] != Kind.TEXT || folded[last - 1])) {
                last--;
                quotes |= kinds[last] == Kind.QUOTE;
            }
            if (quotes && hasText(0, last) && (isLong(last) || Quotation.isMail(lines, kinds, last, end))) {
                foldFrom(last);
            }
        }

        /** A few lines behind ">" may be what a program printed, or a sentence that the author cites. */
        private boolean isLong(int from) {
            int quoted = 0;
            for (int i = from; i < end; i++) {
                if (kinds[i] == Kind.QUOTE) {
                    quoted++;
                }
            }
            return quoted > MOST_LINES_CITED;
        }

        private void foldFrom(int start) {
            Arrays.fill(folded, start, lines.length, true);
            end = start;
        }

        private boolean hasText(int from, int to) {
            for (int i = from; i < to; i++) {
                if (kinds[i] == Kind.TEXT && !folded[i]) {
                    return true;
                }
            }
            return false;
        }

        private boolean has(Kind kind, int from, int to) {
            for (int i = from; i < to; i++) {
                if (kinds[i] == kind) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasHistory(int from) {
            return has(Kind.ATTRIBUTION, from, end) || has(Kind.HEADER, from, end);
        }

        private Kind firstKind(int from) {
            for (int i = from; i < end; i++) {
                if (kinds[i] != Kind.EMPTY) {
                    return kinds[i];
                }
            }
            return Kind.EMPTY;
        }

        Trimmed result() {
            var visible = new StringBuilder();
            var quoted = new StringBuilder();
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].length() == 1 && Marks.isMark(lines[i].charAt(0))) {
                    continue;
                }
                (folded[i] ? quoted : visible).append(lines[i]).append('\n');
            }
            if (visible.toString().isBlank()) {
                return new Trimmed(Blanks.trim(Marks.removeLines(String.join("\n", lines))), "");
            }
            return new Trimmed(
                    Blanks.trim(Marks.strip(visible.toString())), Blanks.trim(Marks.strip(quoted.toString())));
        }
    }
}
