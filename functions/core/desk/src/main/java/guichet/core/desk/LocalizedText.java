package guichet.core.desk;

import java.util.Objects;

/**
 * The same words in French and in English. A desk that gives one form only (a proper name, a state's label) means it
 * for both.
 */
public record LocalizedText(String fr, String en) {
    public LocalizedText {
        Objects.requireNonNull(fr);
        Objects.requireNonNull(en);
    }

    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en;
        };
    }
}
