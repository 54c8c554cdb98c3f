package guichet.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * How long an automation waits (S3-11, S3-12): days by the calendar, days that are open, time by the clock, or business
 * time.
 */
public sealed interface Delay {
    String ALLOWED =
            "3d, 2w, 3 business days, 4h30m, 4 business hours, or ISO 8601 such as P3D or PT4H30M; up to 3653 days";

    /**
     * The instant at which the wait that starts at {@code from} is over, by the zone and the openings of {@code hours}.
     */
    Instant after(Instant from, OpeningHours hours);

    /**
     * The same local time so many days later, then some time by the clock. A local time that is skipped there moves on
     * by the length of the gap; of one that comes twice the offset of {@code from} is kept if it can be, else it is the
     * earlier.
     */
    record Calendar(int days, Duration time) implements Delay {
        @Override
        public Instant after(Instant from, OpeningHours hours) {
            return from.atZone(hours.zone()).plusDays(days).toInstant().plus(time);
        }
    }

    /**
     * The same local time so many open days later; an open day is one with any opening. The day of {@code from} is not
     * counted.
     */
    record BusinessDays(int days) implements Delay {
        /** @throws OutOfReachException if the hours stay closed for ten years */
        @Override
        public Instant after(Instant from, OpeningHours hours) {
            ZonedDateTime start = from.atZone(hours.zone());
            LocalDate day = start.toLocalDate();
            LocalDate lastOpen = day;
            for (int left = days; left > 0; ) {
                day = day.plusDays(1);
                if (hours.opensOn(day)) {
                    left--;
                    lastOpen = day;
                } else if (day.isAfter(lastOpen.plusYears(10))) {
                    throw new OutOfReachException("these hours stay closed for ten years from " + lastOpen);
                }
            }
            return start.with(day).toInstant();
        }
    }

    /** So much business time. */
    record BusinessTime(Duration time) implements Delay {
        @Override
        public Instant after(Instant from, OpeningHours hours) {
            return hours.add(from, time);
        }
    }

    /**
     * Reads {@code 3d}, {@code 2w}, {@code 3d12h}, {@code P3D}, {@code 4h30m}, {@code PT4H30M}, {@code 3 business
     * days}, {@code 4 business hours}.
     *
     * @throws HoursSyntaxException naming the value and what is allowed
     */
    static Delay parse(String text) {
        return DelayFormat.parse(text);
    }
}
