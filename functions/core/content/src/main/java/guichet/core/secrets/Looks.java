package guichet.core.secrets;

import java.util.regex.Pattern;

/** How much a word looks like a secret, from what says nothing at all to what nobody writes as a word. */
enum Looks {
    /** Stands for a secret, or says something of it. */
    NONE,
    /** A word, a name, a number, a date, an address. */
    WORD,
    /** Has something that words have not: a reference of a device or a case has that as well. */
    ODD,
    /** Letters and digits, or a symbol inside. */
    MIXED,
    /** No word and no name of a machine: capitals, small letters and digits, or symbols. */
    FIRM,
    /** Made by a program. */
    RANDOM;

    private static final int SHORTEST = 4;
    /** Of what is written as words, dates or places. */
    private static final int LONGEST = 60;

    private static final int RANDOM_FROM = 16;
    private static final String SYMBOLS = "!@#$%^&*+~=|\\{}[]?<>§€£;:,'\"µ¤";

    /** Dates, times, versions, amounts, ordinals, ports. */
    private static final Pattern NUMBER = Pattern.compile("[\\d.,:/+%°€$£-]*[./:%°€$£+-][\\d.,:/+%°€$£-]*|"
            + "\\d{1,4}[hHx]\\d{0,4}|\\d{1,6}(?i:e|er|re|ere|ère|"
            + "eme|ème|nd|rd|th|st|h|min|s|ms|k|m|x|[kmgt][bo]|[mg]hz|px|mm|cm|km|kg|g|w|v|a|mah|jours?|"
            + "ans?|days?|euros?|heures?|hours?)|[vV]?\\d+(?:\\.\\d+)+\\S*"
            + "|\\d{4}-\\d{2}-\\d{2}T\\S*|\\(?[vV]\\d\\S*|0x\\p{XDigit}+");

    private static final Pattern PLACE =
            Pattern.compile("(?:[A-Za-z]:|\\\\)\\\\\\S*|[\\w.:-]*(?:\\\\[\\w.$-]+)+|[~.]{0,2}/[\\w.-]+(?:/[\\w.-]*)+|"
                    + "[\\w.-]+\\.(?i:java|js|ts|py|md|txt|pdf|xlsx?|docx?|pptx?|csv|exe|msi|log|json|ya?ml|xml|"
                    + "ini|conf|cfg|env|zip|png|jpe?g|html?|php|sql|sh|bat|ps1|dll|kdbx?|pem|key|crt|eml|msg|"
                    + "db)[:,]?\\d*|\\w+://\\S*|www\\.\\S*"
                    + "|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:example|com|fr|net|org|de|eu|local|lan|io|"
                    + "info)(?:[:/]\\S*)?|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern REFERENCE =
            Pattern.compile("[A-Z]{1,6}[-/_]?\\d{1,7}[A-Z]?|[A-Z]{1,4}-?[0-9A-Z]{1,6}-\\d{1,6}|n°\\d+|#\\d+|"
                    + "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
                    + "|(?i:windows|office|excel|outlook|word|iphone|ipad|android|ios|macos|teams|wifi|chrome|"
                    + "firefox|java|python|php|sql|ubuntu|"
                    + "debian|exchange|sharepoint|oauth|ipv|http|sha|md|utf|base|log4j|k8s|s|ec|office|o|"
                    + "m)-?\\d+\\S{0,2}");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}'’._/-]*[?!.*]*");

    boolean atLeast(Looks other) {
        return compareTo(other) >= 0;
    }

    static Looks of(String value) {
        if (isPlainWord(value)) { // most are, and nothing else need be asked
            return value.length() < 2 || Placeholders.isName(value) || NoValues.contain(value, Folding.of(value))
                    ? NONE
                    : WORD;
        }
        if (value.length() < 2 || value.isBlank() || Placeholders.isOne(value)) {
            return NONE;
        }
        String folded = Folding.of(value);
        if (NoValues.contain(value, folded) || NoValues.contain(stripped(value), stripped(folded))) {
            return NONE;
        }
        if (value.length() < SHORTEST) {
            return WORD;
        }
        if (value.length() > LONGEST) {
            return LETTERS.matcher(value.substring(0, LONGEST)).matches() ? WORD : made(value);
        }
        boolean digits = hasDigit(value);
        if (mayBePlace(value) && PLACE.matcher(value).matches()) {
            return isFileName(value) ? WORD : NONE;
        }
        if (digits && mayBeNumber(value.charAt(0)) && NUMBER.matcher(value).matches()) {
            return WORD;
        }
        if (!digits && LETTERS.matcher(value).matches()) {
            return isCamel(value) ? ODD : WORD;
        }
        return REFERENCE.matcher(value).matches() ? ODD : made(value);
    }

    /** Letters, all small but the first. */
    private static boolean isPlainWord(String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isLowerCase(c) && !(i == 0 && Character.isLetter(c))) {
                return false;
            }
        }
        return true;
    }

    private static String stripped(String value) {
        int end = value.length();
        while (end > 0 && ".,;:!?*".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end);
    }

    private static Looks made(String value) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int symbols = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLetter(c)) {
                lower++;
            } else if (SYMBOLS.indexOf(c) >= 0 && (i < value.length() - 1 || digits > 0)) {
                symbols++;
            }
        }
        int letters = upper + lower;
        if (letters == 0) {
            return ODD;
        }
        if (symbols == 0 && digits >= 2 && letters >= 2 && value.length() >= RANDOM_FROM && !hasPlainParts(value)) {
            return RANDOM;
        }
        if (symbols > 0 || upper > 0 && lower > 0 && digits > 0) {
            return FIRM;
        }
        return digits > 0 ? MIXED : ODD;
    }

    /** "front-office-printer-12": words, joined. */
    private static boolean hasPlainParts(String value) {
        return value.matches("[a-z]{2,}(?:[-_.][a-z0-9]+)+");
    }

    static boolean hasDigit(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isDigit(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBePlace(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("\\/.:@".indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Somebody may call a file by his password, or the other way round. */
    private static boolean isFileName(String value) {
        return value.chars().noneMatch(c -> "\\/:@".indexOf(c) >= 0);
    }

    private static boolean mayBeNumber(char first) {
        return !Character.isLetter(first) || first == 'v' || first == 'V';
    }

    /** What is no letter, digit or hyphen. */
    static boolean hasSymbol(String value) {
        return value.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0);
    }

    private static boolean isCamel(String value) {
        for (int i = 1; i < value.length(); i++) {
            if (Character.isUpperCase(value.charAt(i)) && Character.isLowerCase(value.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
