package guichet.core.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;

/**
 * Walks forward through time, from one part of a day's plan to the next. Between two clock changes local time runs as
 * time does, so the walk goes from change to change and reads the wall clock anew after each: an hour shown twice
 * counts twice if the plan has it open, an hour (or a whole day) that is skipped does not count at all.
 */
final class BusinessTimeWalk {
    private final ZoneRules rules;
    private final Map<DayOfWeek, DayPlan> week;
    private final Holidays closed;
    private final long end;

    private long at;
    private int offset;
    private long nextChange;
    private long day;
    private DayPlan plan;
    private int part;

    /** The current part, in seconds of the epoch, and why it does not count (null if it does). */
    long from;

    long to;
    Reason notOpen;

    BusinessTimeWalk(ZoneRules rules, Map<DayOfWeek, DayPlan> week, Holidays closed, long start, long end) {
        this.rules = rules;
        this.week = week;
        this.closed = closed;
        this.end = end;
        this.at = start;
        readClock();
    }

    /** Goes to the next part; parts follow one another without a gap. */
    boolean next() {
        while (at < end) {
            if (at == nextChange) {
                readClock();
            }
            if (part == plan.parts().size()) {
                startDay(day + 1);
            }
            DayPlan.Part current = plan.parts().get(part++);
            long partEnd = Math.min(day * TimeRange.DAY + current.to() - offset, Math.min(nextChange, end));
            if (partEnd <= at) {
                continue;
            }
            from = at;
            to = partEnd;
            notOpen = current.notOpen();
            at = partEnd;
            return true;
        }
        return false;
    }

    /** The current part's start, not before the instant (within a second) at which the walk began. */
    Instant start(Instant earliest) {
        return from <= earliest.getEpochSecond() ? earliest : Instant.ofEpochSecond(from);
    }

    /** The current part's end, not after the instant (within a second) at which the walk ends. */
    Instant end(Instant latest) {
        return to > latest.getEpochSecond() ? latest : Instant.ofEpochSecond(to);
    }

    private void readClock() {
        Instant now = Instant.ofEpochSecond(at);
        offset = rules.getOffset(now).getTotalSeconds();
        ZoneOffsetTransition change = rules.nextTransition(now);
        nextChange = change == null ? Long.MAX_VALUE : change.toEpochSecond();
        startDay(Math.floorDiv(at + offset, (long) TimeRange.DAY));
    }

    private void startDay(long epochDay) {
        day = epochDay;
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        ClosedDay name = closed.closed(date);
        plan = name == null ? week.get(date.getDayOfWeek()) : DayPlan.closed(name);
        part = 0;
    }
}
