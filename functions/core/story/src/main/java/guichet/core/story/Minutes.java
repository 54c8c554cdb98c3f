package guichet.core.story;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The minutes of a story's time: in each of them a sweep runs, and only those that find something due are worth making.
 */
public final class Minutes {
    private static final long MINUTE = 60;

    private Minutes() {}

    /**
     * Makes the sweeps that find something, up to that minute and included.
     *
     * @param due the earliest instant at which something is due, as things stand when it is asked; empty: nothing is
     * @throws IllegalStateException if what was due stays so after its sweep
     */
    public static void pass(Instant from, Instant until, Supplier<Optional<Instant>> due, Consumer<Instant> sweep) {
        var now = from;
        for (var next = due.get(); next.isPresent(); next = due.get()) {
            var minute = full(next.get());
            if (minute.isAfter(until)) {
                return;
            }
            now = minute.isBefore(now) ? now : minute;
            sweep.accept(now);
            var swept = now;
            due.get().filter(still -> !still.isAfter(swept)).ifPresent(still -> {
                throw new IllegalStateException("what is due at " + still + " stays due after the sweep of " + swept);
            });
        }
    }

    /** The first sweep that finds what is due then. */
    private static Instant full(Instant due) {
        var floor = due.minusNanos(1).getEpochSecond();
        return Instant.ofEpochSecond((Math.floorDiv(floor, MINUTE) + 1) * MINUTE);
    }
}
