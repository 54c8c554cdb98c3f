package guichet.core.mail;

import guichet.core.mail.mime.EncodedWords;
import guichet.core.mail.mime.Headers;
import guichet.core.text.MailAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * An address header (RFC 5322, section 3.4) as clients write it: groups, comments, names with unquoted dots and commas,
 * encoded words within quotes, missing or doubled brackets.
 */
final class AddressList {
    private static final int MOST = 1_000;
    private static final int LONGEST_COMMENT = 1_000;
    private static final int LONGEST_HEADER = 60_000;

    private AddressList() {}

    static List<Mailbox> parse(String whole) {
        String header = whole.length() > LONGEST_HEADER ? whole.substring(0, LONGEST_HEADER) : whole;
        List<Mailbox> mailboxes = mailboxes(header);
        boolean hidden = mailboxes.stream().noneMatch(Mailbox::valid) && header.contains("=?");
        return hidden ? guessed(EncodedWords.decode(header), mailboxes) : mailboxes;
    }

    /**
     * Addresses within encoded words, where RFC 2047 wants none: whom they name is good to know, and not to be trusted.
     */
    private static List<Mailbox> guessed(String decoded, List<Mailbox> otherwise) {
        List<Mailbox> found = mailboxes(decoded).stream()
                .filter(Mailbox::valid)
                .map(m -> new Mailbox(m.address(), m.name(), false))
                .toList();
        return found.isEmpty() ? otherwise : found;
    }

    private static List<Mailbox> mailboxes(String header) {
        var mailboxes = new ArrayList<Mailbox>();
        String held = ""; // "Dupont, Jean <jean@…>" without quotes: a name before a comma belongs to what follows
        for (String element : elements(header)) {
            String whole = held.isEmpty() ? element : held + ", " + element;
            boolean named = element.indexOf('<') > 0 && held.indexOf('<') < 0;
            if (element.indexOf('@') < 0 && element.indexOf('<') < 0) {
                held = whole;
                continue;
            }
            mailboxes.add(mailbox(held.isEmpty() || named ? whole : element));
            held = "";
            if (mailboxes.size() >= MOST) {
                return mailboxes;
            }
        }
        return mailboxes;
    }

    private static Mailbox mailbox(String element) {
        var comment = new StringBuilder();
        var rest = new StringBuilder();
        var angle = new StringBuilder();
        boolean closed = dissect(element, rest, angle, comment);
        String inAngle = bare(angle.toString());
        String name = readable(rest.toString());
        if (MailAddress.isWellFormed(inAngle)) {
            return new Mailbox(inAngle, name.isEmpty() ? readable(comment.toString()) : name, true);
        }
        String outside = bare(rest.toString());
        if (closed && MailAddress.isWellFormed(outside)) {
            return new Mailbox(outside, readable(comment.toString()), true);
        }
        String inComment = bare(comment.toString());
        if (angle.isEmpty() && outside.indexOf('@') < 0 && MailAddress.isWellFormed(inComment)) {
            return new Mailbox(inComment, name, true);
        }
        return new Mailbox(
                Headers.oneLine(EncodedWords.decode(element)),
                angle.isEmpty() ? besideAddress(rest.toString()) : "",
                false);
    }

    /**
     * "Alice Durand alice@…" without brackets: the words beside the only one that is an address; empty if there is no
     * such, or more.
     */
    private static String besideAddress(String words) {
        boolean found = false;
        var name = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            if (word.indexOf('@') < 0) {
                name.append(name.isEmpty() ? "" : " ").append(word);
            } else if (found || !MailAddress.isWellFormed(bare(word))) {
                return "";
            } else {
                found = true;
            }
        }
        return found ? readable(name.toString()) : "";
    }

    /** Splits into what is outside of brackets, inside the last ones, and in comments; false for a ">" without "<". */
    private static boolean dissect(String s, StringBuilder rest, StringBuilder angle, StringBuilder comment) {
        boolean balanced = true;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"') {
                int end = closingQuote(s, i);
                rest.append(s, i, end + 1);
                i = end;
            } else if (c == '(') {
                int end = closingComment(s, i);
                comment.append(s, i + 1, Math.max(i + 1, end));
                i = end;
            } else if (c == '<') {
                int end = s.indexOf('>', i);
                angle.setLength(0);
                angle.append(s, i + 1, end < 0 ? s.length() : end);
                i = end < 0 ? s.length() : end;
            } else if (c == '>') {
                balanced &= !angle.isEmpty();
            } else {
                rest.append(c);
            }
        }
        return balanced;
    }

    private static List<String> elements(String header) {
        var elements = new ArrayList<String>();
        var element = new StringBuilder();
        int lastAngle = header.lastIndexOf('>');
        for (int i = 0; i < header.length() && elements.size() < MOST; i++) {
            char c = header.charAt(i);
            int end = switch (c) {
                case '"' -> closingQuote(header, i);
                case '(' -> closingComment(header, i);
                case '<' -> i < lastAngle ? header.indexOf('>', i) : i;
                default -> i;
            };
            if (end > i) {
                element.append(header, i, end + 1);
                i = end;
            } else if (c == ',' || c == ';') {
                flush(element, elements);
            } else if (c == ':' && element.indexOf("@") < 0 && element.indexOf("=?") < 0) {
                element.setLength(0); // a group's name; its members count
            } else {
                element.append(c);
            }
        }
        flush(element, elements);
        return elements;
    }

    private static void flush(StringBuilder element, List<String> into) {
        String s = element.toString().strip();
        if (!s.isEmpty()) {
            into.add(s);
        }
        element.setLength(0);
    }

    private static int closingQuote(String s, int open) {
        int end = Math.min(s.length(), open + LONGEST_COMMENT);
        for (int i = open + 1; i < end; i++) {
            if (s.charAt(i) == '\\') {
                i++;
            } else if (s.charAt(i) == '"') {
                return i;
            }
        }
        return open;
    }

    private static int closingComment(String s, int open) {
        int depth = 0;
        int end = Math.min(s.length(), open + LONGEST_COMMENT);
        for (int i = open; i < end; i++) {
            char c = s.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return open;
    }

    private static String bare(String s) {
        String t = s.strip();
        if (t.regionMatches(true, 0, "mailto:", 0, 7)) {
            t = t.substring(7);
        }
        while (t.length() > 1 && (t.startsWith("'") && t.endsWith("'") || t.startsWith("[") && t.endsWith("]"))) {
            t = t.substring(1, t.length() - 1).strip();
        }
        while (t.startsWith("<")) {
            t = t.substring(1).strip();
        }
        if (t.startsWith("@")) { // a route (RFC 5322, section 4.4)
            t = t.substring(t.indexOf(':') + 1).strip();
        }
        return t.endsWith(".") ? t.substring(0, t.length() - 1) : t;
    }

    private static String readable(String s) {
        String t = Headers.oneLine(EncodedWords.decode(s));
        if (t.length() > 1 && t.startsWith("\"") && t.endsWith("\"")) {
            t = t.substring(1, t.length() - 1);
        }
        if (t.length() > 1 && t.startsWith("'") && t.endsWith("'")) {
            t = t.substring(1, t.length() - 1);
        }
        return Headers.oneLine(EncodedWords.decode(
                t.indexOf('\\') < 0 ? t : t.replace("\\\"", "\"").replace("\\\\", "\\")));
    }
}
