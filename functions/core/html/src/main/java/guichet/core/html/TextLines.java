package guichet.core.html;

/** A text in the making, line by line: one blank between words, ">" before quotations, marks of items before words. */
final class TextLines {
    private static final int DEEPEST_QUOTE = 20;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    /** Of an item of a list whose words are still to come. */
    private String item = "";

    private int quotes;
    private boolean blank;
    /** A target was the last word. */
    private boolean target;

    String text() {
        breakLine();
        return out.toString().strip();
    }

    /** Grows with whatever is written. */
    int length() {
        return out.length() + line.length();
    }

    boolean isBegun() {
        return !line.isEmpty();
    }

    void quote() {
        quotes++;
    }

    void unquote() {
        quotes--;
    }

    /** If a word follows on this line, a blank stands before it. */
    void blank() {
        blank = true;
    }

    void letter(char c) {
        blank |= target && Character.isLetterOrDigit(c);
        beginWord();
        if (c != '\u200B' && c != '\uFEFF' && !Marks.isMark(c)) {
            line.append(c == '\u00A0' ? ' ' : c);
        }
    }

    /** As they are, behind what stands there. */
    void words(String words) {
        beginWord();
        line.append(words);
    }

    /** Behind the words of its link, and apart from those of the text. */
    void target(String address) {
        blank = !line.isEmpty() && line.charAt(line.length() - 1) != ' ';
        words(address);
        target = true;
    }

    /** A piece of what is preformatted, without line ends. */
    void raw(String piece) {
        line.append(item).append(Marks.strip(piece));
        item = "";
    }

    private void beginWord() {
        if (!item.isEmpty()) {
            line.append(item);
            item = "";
        } else if (blank && !line.isEmpty()) {
            line.append(' ');
        }
        blank = false;
        target = false;
    }

    void item(String mark) {
        endItem();
        item = mark;
    }

    /** One without words has its mark all the same. */
    void endItem() {
        if (!item.isEmpty()) {
            beginWord();
            breakLine();
        }
    }

    /** On a line of its own; history within a quotation is told by that. */
    void mark(char mark) {
        breakLine();
        if (quotes == 0) {
            out.append(mark).append('\n');
        }
    }

    void paragraph(boolean tight) {
        breakLine();
        if (!tight && item.isEmpty() && !out.isEmpty() && !endsWithBlankLine()) {
            newLine();
        }
    }

    private boolean endsWithBlankLine() {
        int n = out.length();
        if (n < 2 || out.charAt(n - 1) != '\n') {
            return false;
        }
        int start = out.lastIndexOf("\n", n - 2) + 1;
        for (int i = start; i < n - 1; i++) {
            if (out.charAt(i) != '>' && out.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    void breakLine() {
        if (!line.isEmpty()) {
            newLine();
        }
        blank = false;
    }

    void newLine() {
        if (quotes > 0) {
            out.append(">".repeat(Math.min(quotes, DEEPEST_QUOTE))).append(line.isEmpty() ? "" : " ");
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(line, 0, end).append('\n');
        line.setLength(0);
        blank = false;
        target = false;
    }
}
