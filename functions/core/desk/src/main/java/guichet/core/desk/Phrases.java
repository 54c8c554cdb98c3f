package guichet.core.desk;

import guichet.core.text.Bundle;
import guichet.core.text.Message;
import java.util.stream.Stream;

/**
 * The words of a {@link Bundle} in every language: with as many places for values as the code gives, so that the
 * compiler counts them. A value that is itself a {@link LocalizedText} is put in in the language of the whole.
 */
public final class Phrases {
    private final Bundle bundle;

    private Phrases(Bundle bundle) {
        this.bundle = bundle;
    }

    /** @param owner beside which the files of words lie: {@code Owner_fr.properties} */
    public static Phrases of(Class<?> owner) {
        return new Phrases(Bundle.of(owner));
    }

    public Bundle bundle() {
        return bundle;
    }

    @FunctionalInterface
    public interface One {
        LocalizedText with(Object value);
    }

    @FunctionalInterface
    public interface Two {
        LocalizedText with(Object first, Object second);
    }

    @FunctionalInterface
    public interface Three {
        LocalizedText with(Object first, Object second, Object third);
    }

    public LocalizedText text(String key) {
        return say(bundle.message(key));
    }

    public One phrase(String key, String placeholder) {
        var message = bundle.message(key, placeholder);
        return value -> say(message, value);
    }

    public Two phrase(String key, String first, String second) {
        var message = bundle.message(key, first, second);
        return (one, two) -> say(message, one, two);
    }

    public Three phrase(String key, String first, String second, String third) {
        var message = bundle.message(key, first, second, third);
        return (one, two, three) -> say(message, one, two, three);
    }

    private static LocalizedText say(Message message, Object... values) {
        return LocalizedText.of(language -> message.in(
                language.code(),
                Stream.of(values)
                        .map(value -> value instanceof LocalizedText words ? words.in(language) : value)
                        .toArray()));
    }
}
