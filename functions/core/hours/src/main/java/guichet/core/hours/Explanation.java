package guichet.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a business time came about: what counted, what did not, and why. Counted and skipped intervals do not overlap,
 * and together cover all of the time from start to end.
 *
 * @param due the instant at which the time has passed; absent where a span was measured
 * @param business the business time, which is the sum of the counted intervals
 */
public record Explanation(Optional<Instant> due, Duration business, List<Interval> counted, List<Skipped> skipped) {
    public Explanation {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
    }

    /** An interval that did not count. */
    public record Skipped(Interval interval, Reason reason) {}
}
