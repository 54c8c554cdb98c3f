package guichet.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a service-level clock of a ticket stands.
 *
 * @param target business time allowed
 * @param elapsed business time counted up to {@code since}
 * @param since when it entered this phase (or was set anew)
 * @param warnAt when the warning falls due, while running and not yet warned
 * @param due when it runs out, while running and not yet run out; kept after a breach
 * @param breached it ran out, whether it still runs or not
 */
public record ClockState(
        Phase phase,
        Duration target,
        Duration elapsed,
        Instant since,
        Optional<Instant> warnAt,
        Optional<Instant> due,
        boolean warned,
        boolean breached) {
    /** The same, its warning given. */
    public ClockState asWarned() {
        return new ClockState(phase, target, elapsed, since, warnAt, due, true, breached);
    }

    /** The same, run out. */
    public ClockState asBreached() {
        return new ClockState(phase, target, elapsed, since, warnAt, due, warned, true);
    }

    public enum Phase {
        RUNNING,
        PAUSED,
        STOPPED
    }
}
