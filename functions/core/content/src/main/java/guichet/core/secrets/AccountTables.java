package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** A column of passwords below the word that heads it: parted by bars, tabs, semicolons or commas. */
final class AccountTables {
    private static final int LONGEST = 400;
    private static final int MOST = 200;
    private static final int MOST_COLUMNS = 4;
    private static final Pattern OTHER_COLUMN = Pattern.compile(
            "(?:^|[|\\t;, ])(?:login|user|username|utilisateur|identifiant|compte|account|nom|name|mail|e-?mail|"
                    + "host|serveur|server|"
                    + "service|application|appli|site|url|poste|machine|id|acces|adresse|benutzer)s?(?:$|[|\\t;, ])");

    private final String text;
    private final String folded;
    private final Lines lines;
    /** Where the head of the last table ends, how many columns of it were looked at, and where its rows end. */
    private int head;

    private int columnsOfIt;
    private int done;

    AccountTables(String text, String folded) {
        this.text = text;
        this.folded = folded;
        this.lines = new Lines(text);
    }

    void find(List<Label> labels, List<Span> spans) {
        for (var label : labels) {
            if (label.start() >= done
                    && (label.kind().isTyped() || label.kind() == Kind.CODE || label.kind() == Kind.KEY)) {
                find(label, spans);
            }
        }
    }

    private void find(Label label, List<Span> spans) {
        char parts = parts(label);
        if (parts == 0) {
            return;
        }
        int start = lines.startOf(label.start());
        int end = lines.endOf(label.start());
        if (end - start > LONGEST) {
            return;
        }
        if (parts != '|'
                && parts != '\t'
                && !OTHER_COLUMN.matcher(folded.substring(start, end)).find()) {
            return;
        }
        int column = count(start, label.start(), parts);
        int columns = count(start, end, parts);
        int line = end;
        boolean rows = false;
        for (int i = 0; i < MOST && line < text.length(); i++) {
            int next = lineEnd(line + 1);
            if (next < 0 || count(line + 1, next, parts) != columns) {
                break;
            }
            rows |= cell(line + 1, next, column, parts, spans);
            line = next;
        }
        columnsOfIt = end == head ? columnsOfIt + 1 : 1;
        head = end;
        done = Math.max(done, line);
        if (!rows) {
            beside(label, parts, end, spans);
        }
    }

    /** "| password | x |". */
    private void beside(Label label, char parts, int end, List<Span> spans) {
        int at = text.indexOf(parts, label.end());
        if (at < 0 || at >= end || parts != '|' && parts != '\t') {
            return;
        }
        var value = Value.at(text, at + 1);
        if (!value.hasBlank() && Looks.of(value.text()).atLeast(Looks.MIXED)) {
            spans.add(new Span(value.start(), value.end()));
        }
    }

    private boolean cell(int start, int end, int column, char parts, List<Span> spans) {
        int from = start;
        for (int i = 0; i < column; i++) {
            from = text.indexOf(parts, from) + 1;
        }
        int to = text.indexOf(parts, from);
        to = to < 0 || to > end ? end : to;
        while (from < to && isEdge(text.charAt(from))) {
            from++;
        }
        boolean quoted = from > start && text.charAt(from - 1) == '"';
        while (to > from && isEdge(text.charAt(to - 1)) && (quoted || text.charAt(to - 1) != '"')) {
            to--;
        }
        var value = text.substring(from, to);
        var looks = Looks.of(value);
        boolean word = looks.atLeast(Looks.WORD) && value.length() > 3 && value.indexOf(' ') < 0;
        if (!word && !looks.atLeast(Looks.FIRM) || value.length() > 100) {
            return false;
        }
        spans.add(new Span(from, to));
        return true;
    }

    private static boolean isEdge(char c) {
        return Folding.isBlank(c) || c == '*' || c == '`' || c == '"';
    }

    /** What parts the cell of the label from the others, or 0: it must be all that its cell says. */
    private char parts(Label label) {
        int before = label.start();
        while (before > 0
                && (isEdge(text.charAt(before - 1))
                        && text.charAt(before - 1) != '\t'
                        && text.charAt(before - 1) != '\n')) {
            before--;
        }
        int after = label.end();
        while (after < text.length()
                && (isEdge(text.charAt(after)) && text.charAt(after) != '\t' && text.charAt(after) != '\n')) {
            after++;
        }
        char left = before == 0 ? '\n' : text.charAt(before - 1);
        char right = after == text.length() ? '\n' : text.charAt(after);
        for (char parts : List.of('|', '\t', ';', ',')) {
            if ((left == parts || left == '\n') && (right == parts || right == '\n') && left != right
                    || left == parts && right == parts) {
                return parts;
            }
        }
        return 0;
    }

    private int count(int start, int end, char c) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    /** Less than 0 if it is too far. */
    private int lineEnd(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n') {
            if (++at > from + LONGEST) {
                return -1;
            }
        }
        return at;
    }
}
