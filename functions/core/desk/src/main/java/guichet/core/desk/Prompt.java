package guichet.core.desk;

import java.util.Optional;

/**
 * What a form says about a text that it asks for.
 *
 * @param atMost the longest that it takes, in characters
 */
public record Prompt(Optional<LocalizedText> hint, Optional<Integer> atMost, boolean required) {
    public static final Prompt NONE = new Prompt(Optional.empty(), Optional.empty(), false);
}
