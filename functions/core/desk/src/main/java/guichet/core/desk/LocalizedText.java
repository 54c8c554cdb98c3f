package guichet.core.desk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The same words in every language. A desk writes French and English, and may write others; where it does not, its
 * English stands. A desk that gives one form only (a proper name, a state's label) means it for all. What the product
 * itself says comes from {@link Phrases}.
 */
public record LocalizedText(Map<Language, String> forms) {
    public LocalizedText {
        var all = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            all.put(language, Objects.requireNonNull(forms.getOrDefault(language, forms.get(Language.EN))));
        }
        forms = Collections.unmodifiableMap(all);
    }

    public LocalizedText(String fr, String en) {
        this(Map.of(Language.FR, fr, Language.EN, en));
    }

    public static LocalizedText of(Function<Language, String> inLanguage) {
        var forms = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            forms.put(language, inLanguage.apply(language));
        }
        return new LocalizedText(forms);
    }

    public static LocalizedText same(String text) {
        return of(_ -> text);
    }

    public String in(Language language) {
        return forms.get(language);
    }

    public String fr() {
        return in(Language.FR);
    }

    public String en() {
        return in(Language.EN);
    }
}
