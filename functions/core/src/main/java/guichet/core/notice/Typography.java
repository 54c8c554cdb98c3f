package guichet.core.notice;

import guichet.core.desk.Language;

/** Spaces that must not break, where good French wants them; desk files are written with plain ones. Nothing that a person wrote is touched. */
public final class Typography {
    private static final char NO_BREAK = '\u00a0';
    private static final char NARROW_NO_BREAK = '\u202f';

    private Typography() {
    }

    public static String set(String text, Language language) {
        return switch (language) {
            case EN -> text;
            case FR -> text.replace(" :", NO_BREAK + ":").replace("« ", "«" + NO_BREAK).replace(" »", NO_BREAK + "»")
                    .replace(" ;", NARROW_NO_BREAK + ";").replace(" !", NARROW_NO_BREAK + "!").replace(" ?", NARROW_NO_BREAK + "?")
                    .replace('\'', '’');
        };
    }
}
