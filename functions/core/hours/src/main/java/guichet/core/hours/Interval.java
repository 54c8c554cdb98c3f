package guichet.core.hours;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time from {@code from} (included) to {@code to} (excluded); never empty. */
public record Interval(Instant from, Instant to) {
    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an interval must end after it starts: " + from + " to " + to);
        }
    }

    /** Real elapsed time, clock changes included. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
