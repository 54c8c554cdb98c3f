package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "login: alice / x", and lists of such lines below a line that announces them. */
final class AccountLines {
    private static final int LONGEST = 200;
    private static final int MOST = 200;
    /** A name, what parts it from its secret, and where that begins. */
    private static final Pattern PAIR = Pattern.compile(
            "(?<![^\\s:(«\"'|])([\\w.@\\\\+-]{2,50})(\\s[/|]\\s|/|:(?=\\S)|\\s(?:[+–—]|et|and|&|puis|avec|"
                    + "with)\\s|\\s?[,;]\\s)(?=\\S)");
    /** In a list of passwords, what parts them from what they open. */
    private static final Pattern ITEM =
            Pattern.compile("(?:\\s?(?:[:=→/|]|->|=>)\\s?|\\s[–-]\\s|\\t|^[-*•]\\s)(?=\\S)");

    private static final Pattern SEVERAL =
            Pattern.compile("identifiants|credentials|creds|logins|zugangsdaten|codes d'acces");
    private static final Pattern NETWORK = Pattern.compile(
            " (?:« ?[^»\\n]{1,30}»|\"[^\"\\n]{1,30}\"|[\\w-]{2,20}) ?[:=/] ?([^\\s,;]{6,40}?)(?=[.,;]?(?:\\s|$))");

    private static final Pattern WORDS =
            Pattern.compile("\\s?[:=]\\s?[\\w.@+-]{2,40}\\s?/\\s?(\\S{4,40}?)[.,;]?\\s{0,3}");

    private final String text;
    private final String folded;
    private final Lines lines;
    private int announced;
    private int looked;

    AccountLines(String text, String folded) {
        this.text = text;
        this.folded = folded;
        this.lines = new Lines(text);
    }

    void find(List<Label> labels, List<Span> spans) {
        for (var label : labels) {
            boolean access = label.kind() == Kind.ACCESS;
            if (!access && !label.kind().isPassword() && label.kind() != Kind.CODE) {
                continue;
            }
            int line = lines.endOf(label.end());
            int end = Math.min(line, label.end() + LONGEST);
            if (access && folded.startsWith("wi", label.start())) {
                network(label.end(), spans);
            }
            if (access && label.start() >= looked) {
                boolean several = SEVERAL.matcher(folded)
                        .region(label.start(), label.end())
                        .matches();
                if (!pair(label.end(), end, folded.startsWith("wi", label.start()) ? Looks.MIXED : Looks.FIRM, spans)
                        && several) {
                    words(label.end(), end, spans);
                }
                looked = end;
            }
            if (label.start() >= announced && line == end && announces(line)) {
                announced = list(end, access, spans);
            }
        }
    }

    /** "Wi-Fi « Guests » : x". */
    private void network(int from, List<Span> spans) {
        Matcher m = NETWORK.matcher(text).region(from, Math.min(text.length(), from + 90));
        if (m.lookingAt() && Looks.of(m.group(1)).atLeast(Looks.MIXED)) {
            spans.add(new Span(m.start(1), m.end(1)));
        }
    }

    private boolean announces(int line) {
        int at = line;
        while (at > 0 && at > line - 3 && Folding.isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == ':';
    }

    /** "credentials: alice / sunshine", and nothing else. */
    private void words(int from, int end, List<Span> spans) {
        Matcher m = WORDS.matcher(text).region(from, end);
        if (m.matches() && Looks.of(m.group(1)).atLeast(Looks.WORD)) {
            spans.add(new Span(m.start(1), m.end(1)));
        }
    }

    private int list(int from, boolean accounts, List<Span> spans) {
        int at = from;
        for (int i = 0; i < MOST && at < text.length(); i++) {
            int start = at + 1;
            int end = lineEnd(start);
            if (start >= text.length() || end < text.length() && text.charAt(end) != '\n') {
                break;
            }
            boolean blank = text.substring(start, end).isBlank();
            boolean found = !blank
                    && (accounts
                            ? pair(start, end, Looks.MIXED, spans)
                            : item(start, end, spans) || pair(start, end, Looks.MIXED, spans));
            if (!found && !(blank && i == 0)) {
                break;
            }
            at = end;
        }
        return at;
    }

    private boolean pair(int from, int end, Looks least, List<Span> spans) {
        Matcher m = PAIR.matcher(text).region(from, end).useTransparentBounds(true);
        boolean found = false;
        while (m.find()) {
            var value = Value.at(text, m.end());
            boolean marked = m.group(2).strip().equals("/")
                    || m.group(2).strip().equals("|")
                    || m.group(2).equals(":");
            if (!value.hasBlank()
                    && value.end() <= end
                    && isSecret(value, marked ? least : null)
                    && isName(m.group(1))
                    && !isPartOfPath(m)) {
                spans.add(new Span(value.start(), value.end()));
                found = true;
            }
            boolean joined = m.group(2).length() == 1; // its parts were looked at: no place twice
            int next = joined && !value.hasBlank() ? Math.max(m.end(), value.end()) : m.end();
            m.region(Math.min(end, next), end);
        }
        return found;
    }

    /** Two names may be parted by "and", but not by a bar. */
    private static boolean isSecret(Value value, Looks least) {
        var said = value.text();
        return Looks.of(said).atLeast(least == null ? Looks.FIRM : least)
                && (least != null || said.length() > 7 || Looks.hasSymbol(said));
    }

    private boolean isPartOfPath(Matcher m) {
        return text.startsWith("//", m.start(2) + m.group(2).length() - 1)
                || m.start() > 0 && "/\\:".indexOf(text.charAt(m.start() - 1)) >= 0
                || m.group(2).equals("/")
                        && m.group(1).indexOf('.') > 0
                        && m.group(1).indexOf('@') < 0
                        && text.charAt(m.start(1)) == 'w';
    }

    private static boolean isName(String word) {
        return word.chars().anyMatch(Character::isLetter) || word.length() > 3;
    }

    private boolean item(int from, int end, List<Span> spans) {
        Matcher m = ITEM.matcher(text).region(from, end);
        int last = -1;
        while (m.find()) {
            last = m.end();
        }
        if (last < 0) {
            return false;
        }
        var value = Value.at(text, last);
        if (value.hasBlank() || !Looks.of(value.text()).atLeast(Looks.MIXED) || value.end() > end) {
            return false;
        }
        spans.add(new Span(value.start(), value.end()));
        return true;
    }

    private int lineEnd(int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        int at = from;
        while (at < limit && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
