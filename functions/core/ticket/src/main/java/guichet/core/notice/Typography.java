package guichet.core.notice;

import guichet.core.desk.Language;
import java.util.regex.Pattern;

/**
 * Spaces that must not break, where good French wants them (Lexique des règles typographiques en usage à l'Imprimerie
 * nationale: thin before ; ! ?, a word's space before : and within guillemets), and its apostrophe. Desk files are
 * written with plain ones. Nothing that a person wrote is touched.
 */
public final class Typography {
    private static final char NO_BREAK = '\u00a0';
    private static final char NARROW_NO_BREAK = '\u202f';

    /** A number and its unit stay together. */
    private static final Pattern UNIT = Pattern.compile(
            "(?<=\\d) (?=s\\b)|(?<=[\\d}]) (?=(?:h|min|j|Mo|Ko|jours?|mois|ans)\\b(?!['’]))|(?<=[\\d}]) (?=[€%])"
                    + "|(?<=€) (?=(?:HT|TTC)\\b)|(?<=\\bh) (?=\\d\\d\\b)");

    private Typography() {}

    /** As somebody types it who looks for it: whatever spaces and apostrophes were set. */
    public static String plain(String text) {
        return text.replace(NO_BREAK, ' ').replace(NARROW_NO_BREAK, ' ').replace('’', '\'');
    }

    public static String set(String text, Language language) {
        if (language != Language.FR) {
            return text;
        }
        return UNIT.matcher(text)
                .replaceAll(NO_BREAK + "")
                .replace(" :", NO_BREAK + ":")
                .replace("« ", "«" + NO_BREAK)
                .replace(" »", NO_BREAK + "»")
                .replace(" ;", NARROW_NO_BREAK + ";")
                .replace(" !", NARROW_NO_BREAK + "!")
                .replace(" ?", NARROW_NO_BREAK + "?")
                .replace('\'', '’')
                .replace("...", "…");
    }
}
