package guichet.core.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages that everything a customer or an agent reads is written in. One more is a line here, and a file of
 * words beside each of those of English.
 */
public enum Language {
    FR,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By which Java writes dates and numbers, and Jollyday names holidays. */
    public Locale locale() {
        return Locale.of(code());
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Language::code).toList();
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
