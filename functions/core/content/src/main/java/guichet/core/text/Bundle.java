package guichet.core.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the product itself says, by key: for each language a file beside the class that says it, such as
 * {@code RefusalWords_fr.properties}, in UTF-8. A file is read when its language is first asked for, and kept. Not
 * {@link java.util.ResourceBundle#getBundle}, which falls back to the language of the machine, nor
 * {@link java.text.MessageFormat}, which wants every apostrophe twice.
 */
public final class Bundle {
    /** What stands in for a language that has no file, or lacks a word; tests see to it that none of ours does. */
    private static final String OTHERWISE = "en";

    private final Class<?> owner;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final ConcurrentMap<String, Optional<Map<String, String>>> files = new ConcurrentHashMap<>();

    private Bundle(Class<?> owner) {
        this.owner = owner;
    }

    public static Bundle of(Class<?> owner) {
        return new Bundle(owner);
    }

    /** @param placeholders what the code gives: each language names them in braces, as {@code {field}} */
    public Message message(String key, String... placeholders) {
        var message = new Message(this, key, List.of(placeholders));
        synchronized (messages) {
            if (messages.putIfAbsent(key, message) != null) {
                throw new IllegalArgumentException(owner.getName() + " has the key " + key + " twice");
            }
        }
        return message;
    }

    /** All that the code can say. */
    public Collection<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages.values());
        }
    }

    /** Whether that language has a file of its own. @param language its code, such as {@code fr} */
    public boolean speaks(String language) {
        return file(language).isPresent();
    }

    String template(String key, String language) {
        return file(language)
                .map(words -> words.get(key))
                .or(() -> file(OTHERWISE).map(words -> words.get(key)))
                .orElseThrow(() -> new MissingResourceException(
                        owner.getName() + " has no words for " + key, owner.getName(), key));
    }

    private Optional<Map<String, String>> file(String language) {
        return files.computeIfAbsent(language, this::read);
    }

    private Optional<Map<String, String>> read(String language) {
        try (var in = owner.getResourceAsStream(owner.getSimpleName() + "_" + language + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            var words = new LinkedHashMap<String, String>();
            var file = new PropertyResourceBundle(in);
            file.keySet().forEach(key -> words.put(key, file.getString(key)));
            return Optional.of(Map.copyOf(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
