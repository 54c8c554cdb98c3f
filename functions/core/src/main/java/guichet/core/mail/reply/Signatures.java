package guichet.core.mail.reply;

import guichet.core.mail.html.Marks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Signatures behind "-- " (RFC 3676, section 4.3), those that the HTML marks, and what phones append. */
final class Signatures {
    private static final int MOST_LINES = 60;
    /** A bare "--" also parts paragraphs: it starts a signature only if little follows. */
    private static final int MOST_LINES_AFTER_BARE_DASHES = 15;
    private static final int MOST_LINES_AFTER_RULE = 6;
    private static final int LONGEST_LINE_AFTER_RULE = 70;
    private static final int LONGEST_PARTICLE = 3;
    private static final int MOST_SMALL_WORDS = 3;
    private static final Set<String> DELIMITERS = Set.of("--", "—", "__", "___", "---", "- --", "ᐧ");
    private static final List<String> CLOSINGS = List.of("cordialement", "bien cordialement", "bien à vous", "salutations", "regards", "best regards",
            "kind regards", "best wishes", "sincerely", "yours sincerely", "thanks", "merci",
            "mit freundlichen grüßen", "viele grüße", "freundliche grüße", "saludos", "un saludo", "atentamente", "cordiali saluti", "distinti saluti",
            "met vriendelijke groet", "atenciosamente", "cumprimentos");
    private static final Pattern ADDRESS = Pattern.compile("<?(?:https?://\\S+|www\\.\\S+|[^\\s@]+@[^\\s@]+)");
    /** Of PGP: nobody writes it but in a signature. */
    private static final Pattern KEY = Pattern.compile("(?i)fingerprint\\W{1,9}(?:[0-9A-F]{4}\\s{0,9}){8,10}");
    private static final Pattern POSTSCRIPT = Pattern.compile("P\\.?\\s?-?S\\b|N\\.?B\\.?\\s?:");

    private Signatures() {
    }

    static void mark(String[] lines, Kind[] kinds) {
        for (int i = 0; i < lines.length; i++) {
            if (isMark(lines[i], Marks.SIGNATURE)) i = markBlock(lines, kinds, i);
            else if (kinds[i] == Kind.TEXT && DELIMITERS.contains(lines[i].strip())) i = markBelow(lines, kinds, i);
            else if (kinds[i] == Kind.TEXT && Separators.isRule(lines[i]) && hasTextAbove(kinds, i) && Footers.follows(lines, kinds, i)) i = markToHistory(kinds, i);
            else if (kinds[i] == Kind.TEXT && isPgp(lines[i])) i = markPgp(lines, kinds, i);
        }
        for (int i = lines.length - 1; i >= 0; i--) {   // from the last: "Sent from my phone", then "Get Outlook for …"
            if (kinds[i] == Kind.TEXT && Advertisements.is(lines[i]) && closes(kinds, i + 1) && startsSentence(lines, kinds, i)) kinds[i] = Kind.SIGNATURE;
        }
    }

    private static int markBlock(String[] lines, Kind[] kinds, int start) {
        int end = start + 1;
        while (end < lines.length && !isMark(lines[end], Marks.SIGNATURE_END)) end++;
        if (end == lines.length) return start;
        for (int i = start; i <= end; i++) if (!kinds[i].startsHistory() && kinds[i] != Kind.QUOTE) kinds[i] = Kind.SIGNATURE;
        return end;
    }

    private static int markBelow(String[] lines, Kind[] kinds, int start) {
        int first = next(kinds, start + 1);
        if (first < lines.length && isMark(lines[first], Marks.SIGNATURE)) {
            kinds[start] = Kind.SIGNATURE;
            return first - 1;
        }
        boolean exact = lines[start].equals("-- ");
        int most = exact ? MOST_LINES : lines[start].strip().equals("--") ? MOST_LINES_AFTER_BARE_DASHES : MOST_LINES_AFTER_RULE;
        int end = start + 1;
        int texts = 0;
        while (end < lines.length && texts <= most && !kinds[end].startsHistory() && kinds[end] != Kind.QUOTE && !POSTSCRIPT.matcher(lines[end].strip()).lookingAt()) {
            if (kinds[end] == Kind.TEXT) texts++;
            end++;
        }
        if (texts == 0 || texts > most || !exact && !(hasTextAbove(kinds, start) && isSigned(lines, kinds, start + 1, end))) return start;
        for (int i = start; i < end; i++) if (kinds[i] != Kind.EMPTY) kinds[i] = Kind.SIGNATURE;
        return end - 1;
    }

    /** A name or a closing, and short lines below it: who parts paragraphs by dashes goes on in sentences. */
    private static boolean isSigned(String[] lines, Kind[] kinds, int from, int to) {
        int first = next(kinds, from);
        if (KEY.matcher(String.join(" ", Arrays.asList(lines).subList(from, to))).find()) return true;
        if (first >= to || !isName(lines[first].strip())) return false;
        for (int i = first; i < to; i++) {
            String line = lines[i].strip();
            boolean footer = i > first && kinds[i] == Kind.TEXT && Separators.isRule(line) && Footers.follows(lines, kinds, i);
            if (footer) return true;
            if (line.length() > LONGEST_LINE_AFTER_RULE || line.endsWith("?") || DELIMITERS.contains(line) || i > first && isSentence(line)) return false;
        }
        return true;
    }

    private static boolean isName(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String closing : CLOSINGS) if (lower.equals(closing) || lower.startsWith(closing + ",")) return true;
        if (ADDRESS.matcher(line).matches()) return true;
        if (Character.isLowerCase(line.charAt(0)) || line.indexOf(':') >= 0) return false;
        for (String word : line.split("\\s+")) {
            char c = word.charAt(0);
            if (Character.isDigit(c) || Character.isLowerCase(c) && word.length() > LONGEST_PARTICLE && !ADDRESS.matcher(word).matches()) return false;
        }
        return true;
    }

    private static boolean isSentence(String line) {
        int small = 0;
        for (String word : line.split("\\s+")) if (word.length() > 1 && Character.isLowerCase(word.charAt(0)) && !ADDRESS.matcher(word).matches()) small++;
        return small > MOST_SMALL_WORDS || small > 1 && (line.endsWith(".") || line.endsWith("!") || line.endsWith("…"));
    }

    private static int markToHistory(Kind[] kinds, int start) {
        int i = start;
        for (; i < kinds.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE; i++) if (kinds[i] == Kind.TEXT) kinds[i] = Kind.SIGNATURE;
        return i - 1;
    }

    private static boolean isPgp(String line) {
        return line.startsWith("-----BEGIN PGP SIGN");
    }

    /** RFC 9580: the armour's own lines; the signed text stays. */
    private static int markPgp(String[] lines, Kind[] kinds, int start) {
        boolean signature = lines[start].startsWith("-----BEGIN PGP SIGNATURE");
        int i = start;
        for (; i < lines.length; i++) {
            if (!signature && kinds[i] == Kind.EMPTY) return i;
            if (kinds[i] == Kind.TEXT) kinds[i] = Kind.SIGNATURE;
            if (lines[i].startsWith("-----END PGP SIGNATURE")) return i;
        }
        return i;
    }

    private static boolean hasTextAbove(Kind[] kinds, int at) {
        for (int i = 0; i < at; i++) if (kinds[i] == Kind.TEXT) return true;
        return false;
    }

    /** Nothing of the author's follows before history, another signature or the end. */
    private static boolean closes(Kind[] kinds, int from) {
        int i = next(kinds, from);
        return i == kinds.length || kinds[i] != Kind.TEXT;
    }

    /** Not the end of a sentence that the client wrapped. */
    private static boolean startsSentence(String[] lines, Kind[] kinds, int at) {
        boolean parted = at == 0 || kinds[at - 1] != Kind.TEXT || Marks.isMark(lines[at - 1].charAt(0));
        return parted || !Character.isLowerCase(lines[at].strip().charAt(0)) || lines[at].strip().startsWith("iP");
    }

    private static int next(Kind[] kinds, int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.EMPTY) i++;
        return i;
    }

    private static boolean isMark(String line, char mark) {
        return line.length() == 1 && line.charAt(0) == mark;
    }
}
