package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sentence that clients write above a quotation: "On Mon, 2 Mar 2026 at 10:00, Ana wrote:". It may be wrapped, and its
 * order differs by language: opener, date and name before the verb (most), or the name first (German, new Gmail).
 */
final class Attribution {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 400;
    /** "Ana Lima wrote:" */
    private static final int LONGEST_NAME = 60;
    /** How the sentence begins where it does not begin with a date or a name. */
    private static final List<String> OPENERS = List.of("on ", "le ", "am ", "el ", "il ", "il giorno ", "op ", "em ", "a ", "den ", "på ", "dnia ", "w dniu ",
            "dne ", "dňa ", "pe ", "în ", "vào ", "в ", "во ", "na ", "at ", "lúc ", "ngày ", "pada ", "στις ", "op: ", "date: ", "from: ", "quoting ", "citando ", "zitat von ", "citation de ",
            "在", "于", "於", "el día ", "o dia ", "no dia ", "tarihinde ", "ke ", "ti ", "to ", "ons ", "fre ");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
            "mo", "di", "mi", "do", "fr", "sa", "so", "mié", "jue", "vie", "sáb", "dom", "gio", "seg", "ter", "qua", "qui", "sex", "man", "tir", "ons", "tor", "fre", "lør", "lör", "søn", "sön",
            "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "ma ", "ke ", "to ", "pe ", "la ", "su ", "星期",
            "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "po ", "út ", "st ", "čt ", "pá ", "dl.", "dt.", "dc.", "dj.", "dv.");
    private static final List<String> VERBS = List.of("wrote", "writes", "a écrit", "a ecrit", "écrivait", "écrit", "schrieb", "schreef", "geschreven", "geschrieben",
            "escribió", "escribio", "ha escrito", "escreveu", "ha scritto", "scrisse", "scriveva", "skrev", "kirjoitti", "napisał", "napisała", "napisał(a)", "pisze", "napsal", "napísal", "píše",
            "írta", "a scris", "yazdı", "şunu yazdı", "έγραψε", "написал", "писал", "пишет", "написа", "написав", "пише", "viết", "đã viết", "menulis", "va escriure",
            "写道", "寫道", "写到", "寫到", "書きました", "のメッセージ", "님이 작성", "작성:", "quoting", "zitat von", "citando", "citation de", "said", "skrifaði", "napisao", "je pisal", "kirjutas", "rakstīja", "rašė", "เขียนว่า", "כתב", "كتب");
    /** A person tells of somebody's writing: "our customer wrote to us". */
    private static final List<String> NARRATIVE = List.of(" nous ", " m'a ", " m’a ", " me ", " vous ", " lui ", " leur ", "notre ", "nos ", " mon ", " ma ", "client", " us ", "my ", "our ", " you ",
            " uns ", " mir ", " ihm ", "unser", "mein ", "nuestro", " mi ", "nostro", "colleague", "collègue", "kollege");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}\\s?[:.hH時点]\\s?\\d{2}");
    /** "Ana Lima <ana@x.example> wrote:", as clients write that leave the date out. */
    private static final Pattern NAME_AND_ADDRESS_ONLY = Pattern.compile("[^<>@:]{0,60}<[^<>@\\s]+@[^<>@\\s]+>[,，]?\\s*\\S+(\\s\\S+){0,2}\\s?[:：]");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");
    private static final Pattern ISO_WITH_ZONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2}(:\\d{2})? (GMT|UTC)([+-]\\d{1,2}:?\\d{2})?[, ]+\\S.{0,150}");

    private Attribution() {
    }

    /** How many lines the attribution that starts at this line takes; 0 if there is none. */
    static int lengthAt(String[] lines, Kind[] kinds, int at) {
        String first = bare(lines[at]);
        if (first.length() < 3 || first.length() > LONGEST || !mayStart(first)) return 0;
        var sentence = new StringBuilder(first);
        int limit = Math.min(lines.length, at + MOST_LINES);
        for (int i = at; i < limit && sentence.length() <= LONGEST; i++) {
            if (i > at) {
                if (kinds[i] == Kind.EMPTY && !resumes(lines, i + 1)) break;
                if (kinds[i] == Kind.QUOTE && !bare(lines[i]).startsWith(">")) break;
                if (kinds[i] != Kind.EMPTY) sentence.append(' ').append(bare(lines[i]));
            }
            String s = sentence.toString();
            if (endsSentence(s) && isAttribution(s, quoteFollows(kinds, i + 1))) return i - at + 1;
            if (ISO_WITH_ZONE.matcher(s).matches() && !wrapsOn(lines, kinds, i + 1)) return i - at + 1;
        }
        return 0;
    }

    /** A blank line is part of the sentence only if an address goes on below it. */
    private static boolean resumes(String[] lines, int next) {
        if (next >= lines.length) return false;
        String s = bare(lines[next]);
        return s.startsWith("<") || s.startsWith("mailto:") || s.startsWith("[mailto:");
    }

    /** The next line closes an address that this one has opened. */
    private static boolean wrapsOn(String[] lines, Kind[] kinds, int next) {
        return next < lines.length && kinds[next] == Kind.TEXT && endsSentence(bare(lines[next])) && bare(lines[next]).indexOf('@') > 0;
    }

    private static boolean quoteFollows(Kind[] kinds, int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.EMPTY) i++;
        return i < kinds.length && kinds[i] == Kind.QUOTE;
    }

    private static boolean isAttribution(String sentence, boolean quoteFollows) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        boolean verb = VERBS.stream().anyMatch(lower::contains);
        boolean address = lower.indexOf('@') > 0;
        boolean time = TIME.matcher(lower).find();
        boolean year = YEAR.matcher(lower).find();
        boolean opened = startsWithDate(lower) || OPENERS.stream().anyMatch(lower::startsWith);
        if (verb && quoteFollows) return opened || address || year || time || sentence.length() <= LONGEST_NAME;
        if (verb && address) return opened || time || year || NAME_AND_ADDRESS_ONLY.matcher(sentence).matches();
        if (verb) return opened && time && year && NARRATIVE.stream().noneMatch(lower::contains);
        return time && year && (address && (quoteFollows || startsWithDate(dropOpener(lower))) || quoteFollows && startsWithDate(lower));
    }

    private static boolean mayStart(String first) {
        char c = first.charAt(0);
        return Character.isUpperCase(c) || Character.isDigit(c) || c == '<' || c == '"' || c == '\'' || c == '*' || c == '[' || c == '>' || !Character.isLowerCase(c) && Character.isLetter(c)
                || startsWithDate(first.toLowerCase(Locale.ROOT)) || OPENERS.stream().anyMatch(first.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean startsWithDate(String lower) {
        if (lower.isEmpty()) return false;
        if (Character.isDigit(lower.charAt(0))) return true;
        for (String day : DAYS) if (lower.startsWith(day)) return true;
        return false;
    }

    private static String dropOpener(String lower) {
        for (String opener : OPENERS) if (lower.startsWith(opener)) return lower.substring(opener.length()).strip();
        return lower;
    }

    private static boolean endsSentence(String s) {
        return s.endsWith(":") || s.endsWith("：") || s.endsWith("写道") || s.endsWith("書きました");
    }

    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isDecoration(line.charAt(start))) start++;
        if (line.startsWith("--- ", start)) start += 4;   // Yahoo
        while (end > start && isDecoration(line.charAt(end - 1))) end--;
        return line.substring(start, end).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static boolean isDecoration(char c) {
        return Character.isWhitespace(c) || c == '*' || c == '_' || c == '\u00A0' || c == '\u200B' || c == '\u202F' || c == '\u200E' || c == '\u200F' || c == '\u202A' || c == '\u202C';
    }
}
