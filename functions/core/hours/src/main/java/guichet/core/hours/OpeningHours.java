package guichet.core.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * When a desk is open, and how business time passes (S1-04, S2-07, S3-06).
 *
 * <p>An instant is open if the clock on the wall of the zone, at that instant, shows a time within the openings of a
 * day that is not closed. Everything follows from this: business time is real elapsed time (0:00-24:00 is 23 h on the
 * day the clocks go forward, 25 h on the day they go back); a time that the clock shows twice is open both times or
 * neither; an opening that starts or ends in a skipped hour starts or ends at the change. Counts to the nanosecond; a
 * day is never "8 hours".
 *
 * <p>The years 1900 to 2149 are computed. Outside them, and where hours stay closed for ten years, methods throw
 * {@link OutOfReachException}.
 */
public final class OpeningHours {
    /** All time that is computed lies from here … */
    public static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    /** … to here: the Islamic calendar, on which many countries' holidays depend, is tabulated to 2174. */
    public static final Instant LAST = Instant.parse("2150-01-01T00:00:00Z");

    private static final Duration LONGEST_CLOSURE = Duration.ofDays(3653);

    private final ZoneId zone;
    private final WeeklyHours week;
    private final Holidays closed;
    private final Map<DayOfWeek, DayPlan> plans;

    public OpeningHours(ZoneId zone, WeeklyHours week, Holidays closed) {
        this.zone = Objects.requireNonNull(zone);
        this.week = Objects.requireNonNull(week);
        this.closed = Objects.requireNonNull(closed);
        this.plans = DayPlan.of(week);
    }

    /** 24/7: business time is all time. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(zone, WeeklyHours.ALWAYS, Holidays.NONE);
    }

    public ZoneId zone() {
        return zone;
    }

    public WeeklyHours week() {
        return week;
    }

    public Holidays closed() {
        return closed;
    }

    /**
     * The earliest instant by which that much business time has passed: 18:00 on Friday, not 9:00 on Monday. Nothing
     * added is {@code from} itself, open or not.
     *
     * @throws IllegalArgumentException if {@code business} is negative
     * @throws OutOfReachException if that much time never passes
     */
    public Instant add(Instant from, Duration business) {
        return add(from, business, Tally.NONE);
    }

    /** {@link #add(Instant, Duration)}, with all that counted and all that did not. */
    public Explanation explainAdd(Instant from, Duration business) {
        var tally = new Tally.Kept();
        Instant due = add(from, business, tally);
        return tally.explain(Optional.of(due), business);
    }

    /**
     * The business time that passes from one instant to the other.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public Duration between(Instant from, Instant to) {
        return between(from, to, Tally.NONE);
    }

    /** {@link #between(Instant, Instant)}, with all that counted and all that did not. */
    public Explanation explainBetween(Instant from, Instant to) {
        var tally = new Tally.Kept();
        Duration business = between(from, to, tally);
        return tally.explain(Optional.empty(), business);
    }

    /**
     * The open intervals between two instants, clipped to them; openings that touch (18:00-24:00, 0:00-6:00) are one.
     */
    public List<Interval> intervals(Instant from, Instant to) {
        return stream(from, to).toList();
    }

    /**
     * The open intervals from an instant on, the first one clipped to it, worked out as they are asked for, up to
     * {@link #LAST}.
     */
    public Stream<Interval> intervals(Instant from) {
        return stream(from, LAST);
    }

    public boolean isOpen(Instant at) {
        BusinessTimeWalk walk = walk(at, LAST);
        return walk.next() && walk.notOpen == null;
    }

    /** Whether any time of this local day is open; a day that the zone skipped has none. */
    public boolean opensOn(LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return start.isBefore(end) && stream(start, end).findAny().isPresent();
    }

    /** {@code at} itself if open, else the next instant that is; empty if none comes within ten years. */
    public Optional<Instant> nextOpening(Instant at) {
        Instant end = at.isAfter(LAST.minus(LONGEST_CLOSURE)) ? LAST : at.plus(LONGEST_CLOSURE);
        BusinessTimeWalk walk = walk(at, end);
        while (walk.next()) {
            if (walk.notOpen == null) {
                return Optional.of(walk.start(at));
            }
        }
        return Optional.empty();
    }

    private Instant add(Instant from, Duration business, Tally tally) {
        if (business.isNegative()) {
            throw new IllegalArgumentException("business time to add must not be negative: " + business);
        }
        if (business.isZero()) {
            return from;
        }
        BusinessTimeWalk walk = walk(from, LAST);
        Duration left = business;
        long lastOpen = from.getEpochSecond();
        while (walk.next()) {
            if (walk.notOpen == null) {
                Instant start = walk.start(from);
                Duration length = Duration.between(start, walk.end(LAST));
                if (left.compareTo(length) <= 0) {
                    Instant due = start.plus(left);
                    tally.add(start, due, null);
                    return due;
                }
                left = left.minus(length);
                lastOpen = walk.to;
            } else if (walk.to - lastOpen > LONGEST_CLOSURE.toSeconds()) {
                throw new OutOfReachException(
                        "these hours stay closed for ten years from " + Instant.ofEpochSecond(lastOpen));
            }
            tally.add(walk, from, LAST);
        }
        throw new OutOfReachException(business + " of business time from " + from + " does not pass before " + LAST);
    }

    private Duration between(Instant from, Instant to, Tally tally) {
        requireOrder(from, to);
        BusinessTimeWalk walk = walk(from, to);
        Duration sum = Duration.ZERO;
        while (walk.next()) {
            if (walk.notOpen == null) {
                sum = sum.plus(Duration.between(walk.start(from), walk.end(to)));
            }
            tally.add(walk, from, to);
        }
        return sum;
    }

    private Stream<Interval> stream(Instant from, Instant to) {
        requireOrder(from, to);
        var openings = new Openings(walk(from, to), from, to);
        int kind = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(openings, kind), false);
    }

    private BusinessTimeWalk walk(Instant from, Instant to) {
        if (from.isBefore(FIRST) || from.isAfter(LAST)) {
            throw outside(from);
        }
        if (to.isAfter(LAST)) {
            throw outside(to);
        }
        // The end is rounded up to the second, and clipped by BusinessTimeWalk.end.
        long end = to.getNano() == 0 ? to.getEpochSecond() : to.getEpochSecond() + 1;
        return new BusinessTimeWalk(zone.getRules(), plans, closed, from.getEpochSecond(), end);
    }

    private static OutOfReachException outside(Instant at) {
        return new OutOfReachException("only the years 1900 to 2149 are computed, not " + at);
    }

    private static void requireOrder(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the end, " + to + ", is before the start, " + from);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours hours
                && zone.equals(hours.zone)
                && week.equals(hours.week)
                && closed.equals(hours.closed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, closed);
    }

    @Override
    public String toString() {
        return "OpeningHours[" + zone + ", " + week.ranges() + ", closed " + closed + "]";
    }
}
