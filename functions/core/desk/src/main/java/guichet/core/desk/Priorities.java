package guichet.core.desk;

import java.util.Map;
import java.util.Optional;

/**
 * The priorities of a desk, most urgent first, and how impact and urgency give one (S2-12).
 *
 * @param matrix impact → urgency → priority; empty where the desk only has priorities
 */
public record Priorities(
        Map<String, LocalizedText> levels,
        String normal,
        Map<String, LocalizedText> impacts,
        Map<String, LocalizedText> urgencies,
        Map<String, Map<String, String>> matrix) {

    /** The priority of an impact and an urgency; empty where the desk has no such pair. */
    public Optional<String> of(String impact, String urgency) {
        return Optional.ofNullable(matrix.getOrDefault(impact, Map.of()).get(urgency));
    }
}
