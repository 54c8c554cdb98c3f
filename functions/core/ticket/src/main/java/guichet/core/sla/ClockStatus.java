package guichet.core.sla;

import guichet.core.ticket.ClockState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a clock stands, for whoever looks at it. One that has run out is breached from that instant on, swept or not.
 */
public enum ClockStatus {
    WAITING,
    RUNNING,
    PAUSED,
    MET,
    BREACHED;

    /** @param clock empty for one that has not started */
    public static ClockStatus of(Optional<ClockState> clock, Instant now) {
        if (clock.isEmpty()) {
            return WAITING;
        }
        var state = clock.get();
        var ranOut = state.phase() == ClockState.Phase.RUNNING
                && state.due().filter(due -> !due.isAfter(now)).isPresent();
        if (state.breached() || ranOut) {
            return BREACHED;
        }
        return switch (state.phase()) {
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case STOPPED -> MET;
        };
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
