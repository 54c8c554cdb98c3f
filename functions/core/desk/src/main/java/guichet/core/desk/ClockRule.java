package guichet.core.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service-level clock: it counts from first entering {@code from} to the first of {@code stops}, and never restarts
 * (S3-03, S3-04). Where a state both stops and pauses, the stop comes first.
 *
 * @param calendar a calendar's name, or {@link #BY_CONTRACT}: the one that the ticket's contract names
 * @param targets business time allowed, by priority
 * @param warnAt share of the target after which a warning is due, in percent; empty for no warning
 */
public record ClockRule(
        String name,
        LocalizedText label,
        Set<String> types,
        String from,
        Set<String> stops,
        Set<String> pausedIn,
        String calendar,
        Map<String, Duration> targets,
        Optional<Integer> warnAt) {
    public static final String BY_CONTRACT = "contract";

    public boolean appliesTo(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
