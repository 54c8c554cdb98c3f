package guichet.core.mail.reply;

import guichet.core.mail.html.Marks;
import java.util.Arrays;
import java.util.List;

/**
 * Parts what an author wrote from the history that the client added below, above or around it.
 *
 * <p>Lines are first told apart one by one ({@link Lines}), then a few rules fold what is certainly history. An answer
 * between quotes stays with its quotes; where a body cannot be told from its quotes, all of it stays visible.
 */
public final class ReplyTrimmer {
    /** What comes after so many lines is looked at as one more line. */
    private static final int MOST_LINES = 5_000;

    private ReplyTrimmer() {
    }

    public static Trimmed trim(String text, Context context) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", MOST_LINES);
        var folding = new Folding(lines, Lines.classify(lines));
        folding.foldBelow(context.markers());
        folding.foldSignatures();
        if (!context.forward()) {
            folding.foldHistory();
            if (context.reply()) folding.foldTrailingQuotes();
        }
        return folding.result();
    }

    /** The lines of one mail, and which of them are folded. */
    private static final class Folding {
        private final String[] lines;
        private final Kind[] kinds;
        private final boolean[] folded;
        private int end;

        Folding(String[] lines, Kind[] kinds) {
            this.lines = lines;
            this.kinds = kinds;
            this.folded = new boolean[lines.length];
            this.end = lines.length;
        }

        void foldBelow(List<String> markers) {
            for (int i = 0; i < end; i++) {
                if (!Markers.isMarker(lines[i], markers)) continue;
                if (hasText(0, i)) foldFrom(i);
                else folded[i] = true;
                return;
            }
        }

        void foldSignatures() {
            for (int i = 0; i < end; i++) if (kinds[i] == Kind.SIGNATURE) folded[i] = true;
        }

        /** From the last beginning of history to the first: what it leaves may make the next one certain. */
        void foldHistory() {
            for (int i = end - 1; i >= 0; i--) {
                if (!kinds[i].startsHistory()) continue;
                int start = i;
                while (start > 0 && continues(start - 1)) start--;
                fold(start, i + 1);
                i = start;
            }
        }

        /** An attribution, a separator and a header block that follow each other are one beginning. */
        private boolean continues(int i) {
            if (kinds[i].startsHistory()) return true;
            int above = i;
            while (above > 0 && kinds[above] == Kind.EMPTY && i - above < 3) above--;
            return kinds[i] == Kind.EMPTY && kinds[above].startsHistory();
        }

        private void fold(int start, int after) {
            boolean textAbove = hasText(0, start);
            boolean textBelow = hasText(after, end);
            if (!textBelow) {
                foldFrom(start);
                return;
            }
            for (int i = start; i < after; i++) folded[i] = true;
            boolean quoteBelow = has(Kind.QUOTE, after, end);
            boolean quoteFirst = firstKind(after) == Kind.QUOTE;
            if (textAbove && (!quoteBelow || !quoteFirst)) foldFrom(start);   // history without ">", and what it quotes
            else if (!textAbove && quoteFirst) foldQuoteAbove(after);
        }

        /** One quotation, then only text: the author answers below it. */
        private void foldQuoteAbove(int after) {
            int text = after;
            while (text < end && kinds[text] != Kind.TEXT) text++;
            if (has(Kind.QUOTE, text, end) || hasHistory(text)) return;
            Arrays.fill(folded, after, text, true);
        }

        void foldTrailingQuotes() {
            int last = end;
            boolean quotes = false;
            while (last > 0 && (kinds[last - 1] != Kind.TEXT || folded[last - 1])) {
                last--;
                quotes |= kinds[last] == Kind.QUOTE;
            }
            if (quotes && hasText(0, last)) foldFrom(last);
        }

        private void foldFrom(int start) {
            Arrays.fill(folded, start, lines.length, true);
            end = start;
        }

        private boolean hasText(int from, int to) {
            for (int i = from; i < to; i++) if (kinds[i] == Kind.TEXT && !folded[i]) return true;
            return false;
        }

        private boolean has(Kind kind, int from, int to) {
            for (int i = from; i < to; i++) if (kinds[i] == kind) return true;
            return false;
        }

        private boolean hasHistory(int from) {
            return has(Kind.ATTRIBUTION, from, end) || has(Kind.HEADER, from, end);
        }

        private Kind firstKind(int from) {
            for (int i = from; i < end; i++) if (kinds[i] != Kind.EMPTY) return kinds[i];
            return Kind.EMPTY;
        }

        Trimmed result() {
            var visible = new StringBuilder();
            var quoted = new StringBuilder();
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].length() == 1 && Marks.isMark(lines[i].charAt(0))) continue;
                (folded[i] ? quoted : visible).append(lines[i]).append('\n');
            }
            if (visible.toString().isBlank()) return new Trimmed(Blanks.trim(Marks.removeLines(String.join("\n", lines))), "");
            return new Trimmed(Blanks.trim(Marks.strip(visible.toString())), Blanks.trim(Marks.strip(quoted.toString())));
        }
    }
}
