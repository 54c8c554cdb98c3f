package guichet.core.desk;

import java.util.Locale;
import java.util.Optional;

/** The languages that everything a customer or an agent reads is written in. */
public enum Language {
    FR,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a tag such as {@code fr}, {@code fr-CA} or {@code EN}; empty for any other. */
    public static Optional<Language> of(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var lower = tag.toLowerCase(Locale.ROOT);
        for (var language : values()) {
            if (lower.equals(language.code()) || lower.startsWith(language.code() + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
