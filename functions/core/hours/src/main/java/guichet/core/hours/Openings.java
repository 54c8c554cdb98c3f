package guichet.core.hours;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The open intervals of a walk, those that touch joined into one, worked out as they are asked for. */
final class Openings implements Iterator<Interval> {
    private final BusinessTimeWalk walk;
    private final Instant from;
    private final Instant to;
    private Interval next;
    private boolean ended;

    Openings(BusinessTimeWalk walk, Instant from, Instant to) {
        this.walk = walk;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = find();
        }
        return next != null;
    }

    @Override
    public Interval next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Interval found = next;
        next = null;
        return found;
    }

    private Interval find() {
        Instant start = null;
        while (walk.next()) {
            if (walk.notOpen == null && start == null) {
                start = walk.start(from);
            }
            if (walk.notOpen != null && start != null) {
                return new Interval(start, walk.start(from));
            }
        }
        ended = true;
        return start == null || !start.isBefore(to) ? null : new Interval(start, to);
    }
}
