package guichet.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Is told, in order, of each part of a walk; neighbours that are alike become one. */
interface Tally {
    /** @param notOpen why the part did not count; null if it did */
    void add(Instant from, Instant to, Reason notOpen);

    /** Adds the walk's current part, clipped. */
    default void add(BusinessTimeWalk walk, Instant from, Instant to) {
        add(walk.start(from), walk.end(to), walk.notOpen);
    }

    /** Keeps nothing, and costs nothing. */
    Tally NONE = new Tally() {
        @Override
        public void add(Instant from, Instant to, Reason notOpen) {}

        @Override
        public void add(BusinessTimeWalk walk, Instant from, Instant to) {}
    };

    /** Keeps all of it, for an explanation. */
    final class Kept implements Tally {
        private final List<Interval> counted = new ArrayList<>();
        private final List<Explanation.Skipped> skipped = new ArrayList<>();

        @Override
        public void add(Instant from, Instant to, Reason notOpen) {
            if (!from.isBefore(to)) {
                return;
            }
            if (notOpen == null) {
                count(from, to);
            } else {
                skip(from, to, notOpen);
            }
        }

        Explanation explain(Optional<Instant> due, Duration business) {
            return new Explanation(due, business, counted, skipped);
        }

        private void count(Instant from, Instant to) {
            boolean joins = !counted.isEmpty() && counted.getLast().to().equals(from);
            Instant start = joins ? counted.removeLast().from() : from;
            counted.add(new Interval(start, to));
        }

        private void skip(Instant from, Instant to, Reason reason) {
            var last = skipped.isEmpty() ? null : skipped.getLast();
            boolean joins = last != null
                    && last.interval().to().equals(from)
                    && last.reason().equals(reason);
            Instant start = joins ? skipped.removeLast().interval().from() : from;
            skipped.add(new Explanation.Skipped(new Interval(start, to), reason));
        }
    }
}
