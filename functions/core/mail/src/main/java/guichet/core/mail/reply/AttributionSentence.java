package guichet.core.mail.reply;

import guichet.core.text.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sentence that clients write above a quotation: "On Mon, 2 Mar 2026 at 10:00, Ana wrote:". Its order differs by
 * language: opener, date and name before the verb (most), or the name first (German, new Gmail).
 */
final class AttributionSentence {
    /** "Ana Lima wrote:" */
    private static final int LONGEST_NAME = 60;

    private static final int MOST_WORDS_OF_NAME = 8;
    /** "van", "de la", "p.m." */
    private static final int LONGEST_PARTICLE = 3;
    /** How the sentence begins where it does not begin with a date or a name. */
    private static final List<String> OPENERS = List.of(
            "on ",
            "le ",
            "am ",
            "el ",
            "il giorno ",
            "il ",
            "op ",
            "em ",
            "a ",
            "den ",
            "på ",
            "dnia ",
            "w dniu ",
            "dne ",
            "dňa ",
            "pe ",
            "în ",
            "vào ",
            "в ",
            "во ",
            "na ",
            "at ",
            "lúc ",
            "ngày ",
            "pada ",
            "στις ",
            "op: ",
            "date: ",
            "from: ",
            "quoting ",
            "citando ",
            "zitat von ",
            "citation de ",
            "在",
            "于",
            "於",
            "el día ",
            "o dia ",
            "no dia ",
            "tarihinde ",
            "ke ",
            "ti ",
            "to ",
            "ons ",
            "fre ",
            "בתאריך ",
            "في ");

    private static final Set<String> DAYS = Set.copyOf(List.of(
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "lun",
            "mar",
            "mer",
            "jeu",
            "ven",
            "sam",
            "dim",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "mo",
            "di",
            "mi",
            "do",
            "fr",
            "sa",
            "so",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
            "mié",
            "jue",
            "vie",
            "sáb",
            "dom",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
            "gio",
            "sab",
            "lunedì",
            "martedì",
            "mercoledì",
            "giovedì",
            "venerdì",
            "sabato",
            "domenica",
            "seg",
            "ter",
            "qua",
            "qui",
            "sex",
            "segunda",
            "terça",
            "quarta",
            "quinta",
            "sexta",
            "segunda-feira",
            "terça-feira",
            "quarta-feira",
            "quinta-feira",
            "sexta-feira",
            "ma",
            "wo",
            "vr",
            "za",
            "zo",
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
            "man",
            "tir",
            "tirs",
            "ons",
            "tor",
            "tors",
            "fre",
            "lør",
            "lör",
            "søn",
            "sön",
            "mån",
            "tis",
            "mandag",
            "tirsdag",
            "onsdag",
            "torsdag",
            "fredag",
            "lørdag",
            "søndag",
            "måndag",
            "tisdag",
            "lördag",
            "söndag",
            "ke",
            "to",
            "pe",
            "la",
            "su",
            "ti",
            "maanantai",
            "tiistai",
            "keskiviikko",
            "torstai",
            "perjantai",
            "lauantai",
            "sunnuntai",
            "pon",
            "wt",
            "śr",
            "czw",
            "pt",
            "sob",
            "niedz",
            "poniedziałek",
            "wtorek",
            "środa",
            "czwartek",
            "piątek",
            "sobota",
            "niedziela",
            "пн",
            "вт",
            "ср",
            "чт",
            "пт",
            "сб",
            "вс",
            "понедельник",
            "вторник",
            "среда",
            "четверг",
            "пятница",
            "суббота",
            "воскресенье",
            "po",
            "út",
            "st",
            "čt",
            "pá",
            "ne",
            "pondělí",
            "úterý",
            "středa",
            "čtvrtek",
            "pátek",
            "neděle",
            "dl",
            "dt",
            "dc",
            "dj",
            "dv"));
    private static final List<String> VERBS = List.of(
            "wrote",
            "writes",
            "a écrit",
            "a ecrit",
            "écrivait",
            "écrit",
            "schrieb",
            "schreef",
            "geschreven",
            "geschrieben",
            "escribió",
            "escribio",
            "ha escrito",
            "escreveu",
            "ha scritto",
            "scrisse",
            "scriveva",
            "skrev",
            "kirjoitti",
            "napisał",
            "napisała",
            "napisał(a)",
            "pisze",
            "napsal",
            "napsal(a)",
            "napísal",
            "píše",
            "írta",
            "a scris",
            "yazdı",
            "şunu yazdı",
            "şunları yazdı",
            "έγραψε",
            "написал",
            "написал(а)",
            "писал",
            "пишет",
            "написа",
            "написав",
            "пише",
            "viết",
            "đã viết",
            "menulis",
            "va escriure",
            "写道",
            "寫道",
            "写到",
            "寫到",
            "書きました",
            "のメッセージ",
            "님이 작성",
            "작성",
            "quoting",
            "zitat von",
            "citando",
            "citation de",
            "skrifaði",
            "napisao",
            "je pisal",
            "kirjutas",
            "rakstīja",
            "rašė",
            "เขียนว่า",
            "כתב",
            "מאת",
            "كتب");
    /** A person tells of somebody's writing: "our customer wrote to us". Names have capitals. */
    private static final List<String> NARRATIVE = List.of(
            " nous ",
            " m'a ",
            " m’a ",
            " me ",
            " vous ",
            " lui ",
            " leur ",
            " notre ",
            " nos ",
            " votre ",
            " vos ",
            " mon ",
            " ma ",
            " us ",
            " my ",
            " our ",
            " your ",
            " you ",
            " uns ",
            " mir ",
            " ihm ",
            "unser",
            " mein ",
            "nuestro",
            " mi ",
            "nostro",
            "colleague",
            "collègue",
            "Kolleg");
    /** "I wrote to support@cloud.example:" */
    private static final Set<String> PREPOSITIONS =
            Set.of("à", "a", "an", "to", "at", "al", "aan", "do", "til", "till", "i", "in", "für", "for", "pour");

    private static final Pattern TIME = Pattern.compile("\\d{1,2}\\s?[:.hH時点]\\s?\\d{2}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");
    private static final Pattern NUMERIC_DATE = Pattern.compile("\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2}");
    /** "2. März", "03/03/2026", "2026年", "2 марта"; no time of day. */
    private static final Pattern STARTS_WITH_DAY_OF_MONTH =
            Pattern.compile("^\\d{1,4}(?:[./年년-]|\\.?\\s\\p{L}{2,}|\\s?\\.\\s?\\d|(?:st|nd|rd|th)\\s)");

    /** "09:10, 2 mars 2026 г.", of Yandex. */
    private static final Pattern STARTS_WITH_TIME_AND_DAY =
            Pattern.compile("^\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?,?\\s(?:\\p{L}+[.,]*\\s)?"
                    + "\\d{1,4}(?:[./-]|\\.?\\s\\p{L}{2,}|,\\s).*");

    private static final Pattern STARTS_WITH_NUMBER_SOON = Pattern.compile("^(?:\\p{L}[\\p{L}'׳-]*[.,،]*\\s+){0,2}\\d");
    /** "Ana Lima <ana@x.example> wrote:", as clients write that leave the date out. */
    private static final Pattern NAME_AND_ADDRESS_ONLY =
            Pattern.compile("[^<>@:]{0,60}<[^<>@\\s]+@[^<>@\\s]+>[,，]?\\s*\\S+(\\s\\S+){0,2}\\s?[:：]?");

    /** "Ana Lima <ana@x.example>:", as some do that leave the verb out as well. */
    private static final Pattern NAME_AND_ADDRESS_AND_COLON =
            Pattern.compile("[^<>@:]{1,60}<[^<>@\\s]+@[^<>@\\s]+>\\s?[:：]");
    /** An abbreviated day, which clients write and people do not. */
    private static final Pattern GERMAN_MOMENT = Pattern.compile("am (?:mo|di|mi|do|fr|sa|so)\\.,? \\d.*");

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("[^<>@:]{1,60}<(?:[^<>@\\s]{1,100}@|$)");
    private static final Pattern ENDS_WITH_ADDRESS = Pattern.compile("@[^\\s<>@]{1,100}[>)\\]\"'»]*[,，]?$");
    private static final Pattern ENDS_WITH_ADDRESS_IN_BRACKETS =
            Pattern.compile("[<(\\[]\\s?(?:mailto:)?[^\\s<>@]{1,100}@[^\\s<>@]{1,100}[>)\\]]+$");
    /** "Ana <ana@x.example> het volgende", or a date in between, as in Turkish and Chinese. */
    private static final Pattern ADDRESS_CLOSE_TO_END = Pattern.compile(
            "@[^\\s<>@]{1,100}+[>)\\]\"'»]*+[,，]?(?:(?:\\s?[^\\s@]++){0,3}+$|[^@]{0,20}\\d[^@]{0,40}$)");

    private static final Pattern ENDS_WITH_NUMBER = Pattern.compile("\\d[.,]?$");
    private static final Pattern ENDS_LIKE_A_MOMENT =
            Pattern.compile("(?:\\d|\\)|\\s(?:uhr|[ap]\\.?m\\.?|h|gmt|utc|ces?t))$");
    /** To its last number, and what clients write behind it. */
    private static final Pattern DATE = Pattern.compile("^.*\\d\\S*");

    private static final Pattern ISO_WITH_ZONE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2}(:\\d{2})? (GMT|UTC)([+-]\\d{1,2}:?\\d{2})?[, ]+\\S.{0,150}");

    private static final Pattern ISO_WITH_ZONE_AND_NAME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2} GMT[+-]\\d{1,2}:\\d{2} \\p{Lu}\\S{0,30}(?: \\p{Lu}\\S{0,30}){1,3}(?:"
                    + " <\\S{1,100}>)?:?");

    private final String text;
    private final String lower;

    AttributionSentence(String text) {
        this.text = text;
        this.lower = LowerCase.of(text);
    }

    boolean mayStart() {
        char c = text.charAt(0);
        if (Character.isLetterOrDigit(c) && !Character.isLowerCase(c) || "<\"'*[>".indexOf(c) >= 0) {
            return true;
        }
        return startsWithDate(lower)
                || isOpened()
                || NAME_AND_ADDRESS.matcher(text).lookingAt();
    }

    boolean ends() {
        return text.endsWith(":") || text.endsWith("：") || text.endsWith("写道") || text.endsWith("書きました");
    }

    /** Of an old Gmail. Logs have the zone too, and no name behind it. */
    boolean isIsoDateWithName(boolean quoteFollows) {
        return (quoteFollows ? ISO_WITH_ZONE : ISO_WITH_ZONE_AND_NAME)
                .matcher(text)
                .matches();
    }

    boolean hasVerb() {
        return verb() != null;
    }

    boolean opensWithDate() {
        return isDated(lower) && hasMoment(lower);
    }

    /** "On Tuesday,", where a client breaks the line. */
    boolean isOpenerAndDay() {
        return text.endsWith(",")
                && OPENERS.stream()
                        .anyMatch(opener -> lower.startsWith(opener)
                                && DAYS.contains(lower.substring(opener.length(), lower.length() - 1)));
    }

    boolean breaksOffInDate() {
        return isDated(lower) && ENDS_WITH_NUMBER.matcher(lower).find();
    }

    boolean hasMoment() {
        return hasMoment(lower);
    }

    boolean isAttribution(boolean quoteFollows) {
        boolean address = lower.indexOf('@') > 0;
        boolean time = TIME.matcher(lower).find();
        boolean year = YEAR.matcher(lower).find() || NUMERIC_DATE.matcher(lower).find();
        boolean opened = startsWithDate(lower) || Character.isDigit(lower.charAt(0)) || isOpened();
        Verb verb = verb();
        if (verb != null && quoteFollows) {
            return opened || address || year || time || text.length() <= LONGEST_NAME;
        }
        if (verb != null && NARRATIVE.stream().anyMatch(text::contains)) {
            return false;
        }
        if (verb != null && address) {
            return (opened
                            || time
                            || year
                            || NAME_AND_ADDRESS_ONLY.matcher(text).matches())
                    && verb.isBesideAddress();
        }
        if (verb != null) {
            return time && year && (opened && verb.isBesideName() || verb.isBetweenNameAndMoment());
        }
        if (!time || !year) {
            return quoteFollows && NAME_AND_ADDRESS_AND_COLON.matcher(text).matches();
        }
        return quoteFollows ? address || startsWithDate(lower) : isDated(lower) && endsWithAddress();
    }

    /** In brackets, or with nothing but the date before it. */
    private boolean endsWithAddress() {
        String whole = withoutColon(text);
        if (ENDS_WITH_ADDRESS_IN_BRACKETS.matcher(whole).find()) {
            return true;
        }
        int blank = whole.lastIndexOf(' ');
        return ENDS_WITH_ADDRESS.matcher(whole).find()
                && Verb.withoutDate(whole.substring(0, blank + 1))
                        .replace(",", "")
                        .isBlank();
    }

    private boolean isOpened() {
        return OPENERS.stream().anyMatch(lower::startsWith);
    }

    private static boolean hasMoment(String s) {
        return TIME.matcher(s).find()
                || YEAR.matcher(s).find()
                || NUMERIC_DATE.matcher(s).find();
    }

    private static boolean isDated(String lower) {
        if (startsWithDate(lower)) {
            return true;
        }
        for (String opener : OPENERS) {
            if (lower.startsWith(opener)
                    && STARTS_WITH_NUMBER_SOON
                            .matcher(lower.substring(opener.length()).strip())
                            .find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithDate(String lower) {
        if (STARTS_WITH_DAY_OF_MONTH.matcher(lower).find()
                || STARTS_WITH_TIME_AND_DAY.matcher(lower).matches()
                || lower.startsWith("星期")) {
            return true;
        }
        return startsWithDayOfWeek(lower)
                && STARTS_WITH_NUMBER_SOON.matcher(lower).find();
    }

    /** @param lower in small letters */
    static boolean startsWithDayOfWeek(String lower) {
        int end = 0;
        while (end < lower.length() && (Character.isLetter(lower.charAt(end)) || lower.charAt(end) == '-')) {
            end++;
        }
        return DAYS.contains(lower.substring(0, end));
    }

    private static String withoutColon(String s) {
        int end = s.length();
        while (end > 0 && (s.charAt(end - 1) == ':' || s.charAt(end - 1) == '：' || s.charAt(end - 1) == ' ')) {
            end--;
        }
        return s.substring(0, end);
    }

    /** The last verb in the sentence. */
    private Verb verb() {
        Verb last = null;
        for (String known : VERBS) {
            int start = lower.lastIndexOf(known);
            while (start >= 0 && !isWord(start, start + known.length())) {
                start = lower.lastIndexOf(known, start - 1);
            }
            int end = start + known.length();
            if (start >= 0 && (last == null || end > last.end || end == last.end && start < last.start)) {
                last = new Verb(start, end);
            }
        }
        return last;
    }

    /** No part of a longer word; scripts without blanks between words have none. */
    private boolean isWord(int start, int end) {
        if (Character.isIdeographic(lower.charAt(start)) || lower.charAt(start) > '\u0E00') {
            return true;
        }
        return (start == 0 || !Character.isLetter(lower.charAt(start - 1)))
                && (end == lower.length() || !Character.isLetter(lower.charAt(end)));
    }

    /** Words as names have them: a person who tells of something writes other words there. */
    private static boolean isName(String s) {
        String[] words = s.strip().split("\\s+");
        if (words.length > MOST_WORDS_OF_NAME || PREPOSITIONS.contains(words[0])) {
            return false;
        }
        for (String word : words) {
            boolean ordinary =
                    word.length() > LONGEST_PARTICLE && Character.isLowerCase(word.charAt(0)) && word.indexOf('@') < 0;
            if (ordinary && words.length > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMoment(String s) {
        String lower = LowerCase.of(s);
        return (lower.startsWith("(") || isDated(lower))
                && hasMoment(lower)
                && ENDS_LIKE_A_MOMENT.matcher(lower).find();
    }

    private final class Verb {
        private final int start;
        private final int end;

        Verb(int start, int end) {
            this.start = start;
            this.end = end;
        }

        /**
         * "Ana &lt;a@x.example&gt; wrote", "wrote Ana &lt;a@x.example&gt;", "Ana &lt;a@x.example&gt; wrote on 2 March
         * 2026".
         */
        boolean isBesideAddress() {
            String before = text.substring(0, start).strip();
            String after = withoutColon(text.substring(end)).strip();
            if (ENDS_WITH_ADDRESS.matcher(after).find()) {
                return isName(withoutLastAddress(after));
            }
            return isAddressOfName(before)
                    && (after.isEmpty() || isMoment(after))
                    && ADDRESS_CLOSE_TO_END.matcher(before).find();
        }

        /** Not "the user ana@x.example wrote". */
        private static boolean isAddressOfName(String before) {
            if (before.indexOf('<') >= 0 || before.indexOf('(') >= 0) {
                return true;
            }
            String head = before.substring(0, Math.max(0, before.lastIndexOf('@')));
            return isName(withoutDate(head.substring(0, head.lastIndexOf(' ') + 1)));
        }

        /** "…, 10:00, Ana Lima wrote", "… 10:00 wrote Ana Lima". */
        boolean isBesideName() {
            String after = withoutColon(text.substring(end)).strip();
            String name = after.isEmpty() ? withoutDate(text.substring(0, start)) : after;
            return isName(name) && name.codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isLowerCase(c));
        }

        /** "Ana Lima schrieb am Mo., 2. März 2026 um 09:15 Uhr". */
        boolean isBetweenNameAndMoment() {
            String after = withoutColon(text.substring(end)).strip();
            return GERMAN_MOMENT.matcher(LowerCase.of(after)).matches()
                    && isMoment(after)
                    && isName(text.substring(0, start));
        }

        private static String withoutDate(String s) {
            return DATE.matcher(s).replaceFirst("").strip();
        }

        private static String withoutLastAddress(String s) {
            int address = Math.max(s.lastIndexOf('<'), s.lastIndexOf('('));
            return s.substring(0, address < 0 ? s.lastIndexOf(' ') + 1 : address);
        }
    }
}
