package guichet.core.secrets;

/**
 * What may be a secret: a word behind its label, or what stands in quotes there.
 *
 * @param quote what closes it, or 0
 */
record Value(String text, int start, int end, char quote) {
    private static final int LONGEST = 100;

    private static final int MOST_QUOTES = 4;

    /** Which begins there, behind blanks of the same line. */
    static Value at(String text, int from) {
        int start = skipBlanks(text, from);
        char quote = 0;
        int end = -1;
        for (int i = 0; i < MOST_QUOTES && start < text.length(); i++) {
            char close = closing(text.charAt(start));
            int closed = close == 0 ? -1 : closed(text, start + 1, close);
            if (closed < 0) {
                break;
            }
            quote = close;
            end = closed;
            start = skipBlanks(text, start + 1);
        }
        if (quote == 0) {
            return unquoted(text, start);
        }
        while (end > start && (Folding.isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == '*' && quote == '*')) {
            end--;
        }
        return new Value(text.substring(start, end), start, end, quote);
    }

    boolean isQuoted() {
        return quote != 0 && quote != ')' && quote != ']' && quote != '>' && quote != '}' && quote != '*';
    }

    boolean hasBlank() {
        return text.indexOf(' ') >= 0 || text.indexOf('\u00A0') >= 0;
    }

    /** Behind it, and behind what closes it. */
    int after(String whole) {
        int at = end;
        int last = Math.min(whole.length(), end + 3);
        while (quote != 0 && at < last && "»”’\"'`*)]> ".indexOf(whole.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static Value unquoted(String text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit && !stops(text, end)) {
            end++;
        }
        while (end > start && trails(text, start, end)) {
            end--;
        }
        return new Value(text.substring(start, end), start, end, (char) 0);
    }

    /** Where it ends: of a long key only the beginning was looked at. */
    int wholeEnd(String whole) {
        int at = end;
        while (quote == 0 && end - start == LONGEST && at < whole.length() && !stops(whole, at)) {
            at++;
        }
        return at;
    }

    /** A blank, or where an address, a configuration or a page goes on. */
    private static boolean stops(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '<' -> begins(text, at + 1, '/') || at + 1 < text.length() && isTag(text, at + 1);
            case '&', ';', ',' -> isName(text, at + 1);
            case '«', '»', '“', '”' -> true;
            default -> Folding.isBlank(c);
        };
    }

    private static boolean begins(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isTag(String text, int at) {
        int end = at;
        while (end < text.length() && end < at + 12 && isLetter(text.charAt(end))) {
            end++;
        }
        return end > at
                && end < text.length()
                && (text.charAt(end) == '>' || text.charAt(end) == ' ' || text.charAt(end) == '/');
    }

    /** "useSSL=", behind "&" or ";". */
    private static boolean isName(String text, int at) {
        int end = at;
        while (end < text.length()
                && end < at + 40
                && (isLetter(text.charAt(end)) || "_-. 0123456789".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end > at && begins(text, end, '=');
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** What closes the sentence or what stands around it, rather than the last of a password such as "Soleil!". */
    private static boolean trails(String text, int start, int end) {
        char c = text.charAt(end - 1);
        return switch (c) {
            case '.', ',', ';', ':', '»', '”', '…' -> true;
            case '!', '?' -> end - start < 5;
            case '"', '\'', '`', '’' -> count(text, start, end, c) % 2 == 1;
            case ')' -> count(text, start, end, '(') < count(text, start, end, ')');
            case ']' -> count(text, start, end, '[') < count(text, start, end, ']');
            case '}' -> count(text, start, end, '{') < count(text, start, end, '}');
            default -> false;
        };
    }

    private static int count(String text, int start, int end, char c) {
        int count = 0;
        for (int i = Math.max(start, end - LONGEST); i < end; i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    private static int closed(String text, int from, char close) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit && text.charAt(i) != '\n'; i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean within = close == '\'' || close == '’' || close == '*' || close == ')'
                    ? Character.isLetterOrDigit(next)
                    : close == '"' && text.charAt(i - 1) == '\\';
            if (text.charAt(i) == close && !within) {
                return i > from || close == '*' ? i : -1;
            }
        }
        return -1;
    }

    private static char closing(char open) {
        return switch (open) {
            case '«' -> '»';
            case '“', '„' -> '”';
            case '‘' -> '’';
            case '(' -> ')';
            case '[' -> ']';
            case '<' -> '>';
            case '{' -> '}';
            case '"', '\'', '`', '*' -> open;
            default -> 0;
        };
    }

    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r'
                && Folding.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether nothing but marks stands behind it in its line. */
    static boolean closesLine(String text, int from) {
        int last = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < last && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '<') {
                return true;
            }
            if (!Folding.isBlank(c) && ".,;!?)»”\"'*`|}]/>".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
