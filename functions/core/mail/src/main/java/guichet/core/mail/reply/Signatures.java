package guichet.core.mail.reply;

import guichet.core.html.Marks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signatures behind "-- " (RFC 3676, section 4.3), those that the HTML marks, and what phones append. */
final class Signatures {
    private static final int MOST_LINES = 60;
    /** A bare "--" also parts paragraphs: it starts a signature only if little follows. */
    private static final int MOST_LINES_AFTER_BARE_DASHES = 15;

    private static final int MOST_LINES_AFTER_RULE = 6;
    private static final int MOST_LINES_AFTER_LONG_RULE = 10;
    private static final int LONGEST_LINE_AFTER_RULE = 70;
    private static final int LONGEST_PARTICLE = 3;
    private static final int MOST_SMALL_WORDS = 3;
    private static final String EXACT = "-- ";
    private static final Set<String> DELIMITERS = Set.of("--", "—", "__", "___", "---", "- --", "ᐧ");
    private static final List<String> CLOSINGS = List.of(
            "cordialement",
            "bien cordialement",
            "bien à vous",
            "salutations",
            "regards",
            "best regards",
            "kind regards",
            "best wishes",
            "sincerely",
            "yours sincerely",
            "thanks",
            "merci",
            "mit freundlichen grüßen",
            "viele grüße",
            "freundliche grüße",
            "saludos",
            "un saludo",
            "atentamente",
            "cordiali saluti",
            "distinti saluti",
            "met vriendelijke groet",
            "atenciosamente",
            "cumprimentos");
    private static final Pattern ADDRESS = Pattern.compile("<?(?:https?://\\S+|www\\.\\S+|[^\\s@]+@[^\\s@]+)");
    /** A telephone, an address or a site. */
    private static final Pattern CONTACT =
            Pattern.compile("\\d(?:[ .()/\u00A0-]{0,3}\\d){8}|\\S@\\S|www\\.\\S|https?://\\S");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L} .'-]+");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
    /** Of PGP: nobody writes it but in a signature. */
    private static final Pattern KEY = Pattern.compile("(?i)fingerprint\\W{1,9}(?:[0-9A-F]{4}\\s{0,9}){8,10}");

    private static final Pattern POSTSCRIPT = Pattern.compile("P\\.?\\s?-?S\\b|N\\.?B\\.?\\s?:");

    private Signatures() {}

    static void mark(String[] lines, Kind[] kinds) {
        boolean listing = false;
        for (int i = 0; i < lines.length; i++) {
            if (isMark(lines[i], Marks.SIGNATURE)) {
                i = markBlock(lines, kinds, i);
            } else if (kinds[i] == Kind.TEXT && DELIMITERS.contains(lines[i].strip())) {
                int end = markBelow(lines, kinds, i, listing);
                listing |= lines[i].equals(EXACT) && kinds[i] != Kind.SIGNATURE;
                i = end;
            } else if (kinds[i] == Kind.TEXT && Separators.isRule(lines[i]) && hasTextAbove(kinds, i)) {
                i = markBelowRule(lines, kinds, i);
            } else if (kinds[i] == Kind.TEXT && isPgp(lines[i])) {
                i = markPgp(lines, kinds, i);
            }
        }
        for (int i = lines.length - 1; i >= 0; i--) { // from the last: "Sent from my phone", then "Get Outlook for …"
            if (kinds[i] == Kind.TEXT
                    && Advertisements.is(lines[i])
                    && closes(kinds, i + 1)
                    && startsSentence(lines, kinds, i)) {
                kinds[i] = Kind.SIGNATURE;
            }
        }
    }

    private static int markBlock(String[] lines, Kind[] kinds, int start) {
        int end = start + 1;
        while (end < lines.length && !isMark(lines[end], Marks.SIGNATURE_END)) {
            end++;
        }
        if (end == lines.length) {
            return start;
        }
        for (int i = start; i <= end; i++) {
            if (!kinds[i].startsHistory() && kinds[i] != Kind.QUOTE) {
                kinds[i] = Kind.SIGNATURE;
            }
        }
        return end;
    }

    private static int markBelowRule(String[] lines, Kind[] kinds, int start) {
        if (Footers.follows(lines, kinds, start)) {
            return markToHistory(kinds, start);
        }
        return isSignedAbove(lines, kinds, start) ? markBelow(lines, kinds, start, false) : start;
    }

    /** @param listing whether such lines above part something else than signatures */
    private static int markBelow(String[] lines, Kind[] kinds, int start, boolean listing) {
        int first = next(kinds, start + 1);
        if (first < lines.length && isMark(lines[first], Marks.SIGNATURE)) {
            kinds[start] = Kind.SIGNATURE;
            return first - 1;
        }
        if (Listing.holds(lines, kinds, start)) {
            return start;
        }
        boolean exact = lines[start].equals(EXACT);
        boolean known = exact || DELIMITERS.contains(lines[start].strip());
        int most = mostLinesAfter(lines[start], known);
        int end = start + 1;
        int texts = 0;
        while (end < lines.length
                && texts <= most
                && !kinds[end].startsHistory()
                && kinds[end] != Kind.QUOTE
                && !POSTSCRIPT.matcher(lines[end].strip()).lookingAt()) {
            if (kinds[end] == Kind.TEXT) {
                texts++;
            }
            end++;
        }
        if (texts == 0
                || texts > most
                || !(exact && !listing && !isInterrupted(lines, kinds, start + 1, end))
                        && !(hasTextAbove(kinds, start) && isSigned(lines, kinds, start + 1, end))) {
            return start;
        }
        if (!known && !isAuthors(lines, kinds, start, end)) {
            return start;
        }
        for (int i = start; i < end; i++) {
            if (kinds[i] != Kind.EMPTY) {
                kinds[i] = Kind.SIGNATURE;
            }
        }
        return end - 1;
    }

    /** It comes again, or asks something in the end: behind the last one stand names. */
    private static boolean isInterrupted(String[] lines, Kind[] kinds, int from, int to) {
        int first = next(kinds, from);
        if (first < to && isName(lines[first].strip())) {
            return false;
        }
        int last = to - 1;
        while (last > from && kinds[last] == Kind.EMPTY) {
            last--;
        }
        return lines[last].strip().endsWith("?")
                || Arrays.asList(lines).subList(from, to).contains(EXACT);
    }

    private static int mostLinesAfter(String delimiter, boolean known) {
        if (delimiter.equals(EXACT)) {
            return MOST_LINES;
        }
        if (delimiter.strip().equals("--")) {
            return MOST_LINES_AFTER_BARE_DASHES;
        }
        return known ? MOST_LINES_AFTER_RULE : MOST_LINES_AFTER_LONG_RULE;
    }

    /** A name or a closing, and short lines below it: who parts paragraphs by dashes goes on in sentences. */
    private static boolean isSigned(String[] lines, Kind[] kinds, int from, int to) {
        int first = next(kinds, from);
        if (KEY.matcher(String.join(" ", Arrays.asList(lines).subList(from, to)))
                .find()) {
            return true;
        }
        if (first >= to
                || lines[first].length() > LONGEST_LINE_AFTER_RULE
                || !isName(lines[first].strip()) && !isCard(lines, first, to)) {
            return false;
        }
        if (lines[first].indexOf('|') >= 0 && isRow(lines, above(kinds, from - 1))) {
            return false;
        }
        for (int i = first; i < to; i++) {
            String line = lines[i].strip();
            boolean footer =
                    i > first && kinds[i] == Kind.TEXT && Separators.isRule(line) && Footers.follows(lines, kinds, i);
            if (footer) {
                return true;
            }
            if (i > first && Footers.isOnPrinting(line)) {
                continue;
            }
            if (line.length() > LONGEST_LINE_AFTER_RULE
                    || line.endsWith("?")
                    || DELIMITERS.contains(line)
                    || i > first && isSentence(line)) {
                return false;
            }
        }
        return true;
    }

    /** Few words, as a name in small letters is, and below them how somebody is reached. */
    private static boolean isCard(String[] lines, int first, int to) {
        String[] words = lines[first].strip().split("\\s+");
        if (words.length > MOST_SMALL_WORDS
                || !LETTERS.matcher(lines[first].strip()).matches()) {
            return false;
        }
        return Arrays.stream(lines, first + 1, to)
                .anyMatch(line -> CONTACT.matcher(line).find());
    }

    /**
     * A long rule parts chapters, tables and much else: a closing or a name stands above one that starts a signature.
     */
    private static boolean isSignedAbove(String[] lines, Kind[] kinds, int rule) {
        int above = above(kinds, rule);
        if (above < 0 || lines[above].length() > LONGEST_LINE_AFTER_RULE || above(kinds, above) < 0) {
            return false;
        }
        String line = lines[above].strip();
        return isName(line) && !ADDRESS.matcher(line).matches();
    }

    /**
     * What the author signed with is part of the name below the rule; a heading and what it is about need more than
     * that.
     */
    private static boolean isAuthors(String[] lines, Kind[] kinds, int rule, int end) {
        int above = above(kinds, rule);
        for (int i = rule + 1; i < end; i++) {
            if (Separators.isRule(lines[i]) && !Footers.follows(lines, kinds, i)) {
                return false;
            }
        }
        boolean closing = isClosing(lines[above].strip());
        Set<String> signed = wordsOf(lines[above]);
        int name = next(kinds, rule + 1);
        if (!closing && (signed.isEmpty() || !wordsOf(lines[name]).containsAll(signed))) {
            return false;
        }
        if (!closing && isClosing(lines[above(kinds, above)].strip())) {
            return true;
        }
        for (int i = name; i < end; i++) {
            if (CONTACT.matcher(lines[i]).find()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> wordsOf(String name) {
        return NO_LETTERS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }

    /** The text right above, or -1. */
    private static int above(Kind[] kinds, int at) {
        int i = at - 1;
        while (i >= 0 && kinds[i] == Kind.EMPTY) {
            i--;
        }
        return i >= 0 && kinds[i] == Kind.TEXT ? i : -1;
    }

    private static boolean isRow(String[] lines, int at) {
        return at >= 0 && lines[at].indexOf('|') >= 0;
    }

    private static boolean isClosing(String line) {
        String lower = line.length() > LONGEST_LINE_AFTER_RULE ? "" : line.toLowerCase(Locale.ROOT);
        return CLOSINGS.stream().anyMatch(closing -> lower.equals(closing) || lower.startsWith(closing + ","));
    }

    private static boolean isName(String line) {
        if (isClosing(line) || ADDRESS.matcher(line).matches()) {
            return true;
        }
        String[] parts = line.split("\\s*\\|\\s*");
        for (int i = 1; i < parts.length; i++) {
            if (!isDetail(parts[i])) {
                return false;
            }
        }
        return parts.length > 0 && !parts[0].isEmpty() && isNameAlone(parts[0]);
    }

    /** Of a person: an employer, a position, a telephone. A table has amounts and remarks there. */
    private static boolean isDetail(String part) {
        if (part.isEmpty() || CONTACT.matcher(part).find()) {
            return true;
        }
        return part.indexOf(':') < 0 && Character.isLetter(part.charAt(0)) && !Character.isLowerCase(part.charAt(0));
    }

    private static boolean isNameAlone(String line) {
        if (Character.isLowerCase(line.charAt(0)) || line.indexOf(':') >= 0) {
            return false;
        }
        for (String word : line.split("\\s+")) {
            char c = word.charAt(0);
            if (Character.isDigit(c)
                    || Character.isLowerCase(c)
                            && word.length() > LONGEST_PARTICLE
                            && !ADDRESS.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSentence(String line) {
        int small = 0;
        for (String word : line.split("\\s+")) {
            if (word.length() > 1
                    && Character.isLowerCase(word.charAt(0))
                    && !ADDRESS.matcher(word).matches()) {
                small++;
            }
        }
        return small > MOST_SMALL_WORDS
                || small > 1 && (line.endsWith(".") || line.endsWith("!") || line.endsWith("…"));
    }

    private static int markToHistory(Kind[] kinds, int start) {
        int i = start;
        for (; i < kinds.length && !kinds[i].startsHistory() && kinds[i] != Kind.QUOTE; i++) {
            if (kinds[i] == Kind.TEXT) {
                kinds[i] = Kind.SIGNATURE;
            }
        }
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
            if (!signature && kinds[i] == Kind.EMPTY) {
                return i;
            }
            if (kinds[i] == Kind.TEXT) {
                kinds[i] = Kind.SIGNATURE;
            }
            if (lines[i].startsWith("-----END PGP SIGNATURE")) {
                return i;
            }
        }
        return i;
    }

    private static boolean hasTextAbove(Kind[] kinds, int at) {
        for (int i = 0; i < at; i++) {
            if (kinds[i] == Kind.TEXT) {
                return true;
            }
        }
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
        return parted
                || !Character.isLowerCase(lines[at].strip().charAt(0))
                || lines[at].strip().startsWith("iP");
    }

    private static int next(Kind[] kinds, int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.EMPTY) {
            i++;
        }
        return i;
    }

    private static boolean isMark(String line, char mark) {
        return line.length() == 1 && line.charAt(0) == mark;
    }
}
