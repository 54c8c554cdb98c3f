package guichet.core.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an automation waits (S3-11, S3-12): days by the calendar, days that are open, time by the clock, or business time. */
public sealed interface Wait {
    String ALLOWED = "3d, 2w, 3 business days, 4h30m, 4 business hours, or ISO 8601 such as P3D or PT4H30M; up to 3653 days";

    /** The instant at which the wait that starts at {@code from} is over, by the zone and the openings of {@code hours}. */
    Instant after(Instant from, OpeningHours hours);

    /**
     * The same local time so many days later, then some time by the clock. A local time that is skipped there moves on by the length
     * of the gap; of one that comes twice the offset of {@code from} is kept if it can be, else it is the earlier.
     */
    record Calendar(int days, Duration time) implements Wait {
        @Override
        public Instant after(Instant from, OpeningHours hours) {
            return from.atZone(hours.zone()).plusDays(days).toInstant().plus(time);
        }
    }

    /** The same local time so many open days later; an open day is one with any opening. The day of {@code from} is not counted. */
    record BusinessDays(int days) implements Wait {
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
    record BusinessTime(Duration time) implements Wait {
        @Override
        public Instant after(Instant from, OpeningHours hours) {
            return hours.add(from, time);
        }
    }

    /**
     * Reads {@code 3d}, {@code 2w}, {@code 3d12h}, {@code P3D}, {@code 4h30m}, {@code PT4H30M}, {@code 3 business days}, {@code 4 business hours}.
     *
     * @throws HoursSyntaxException naming the value and what is allowed
     */
    static Wait parse(String text) {
        String form = text.strip().toLowerCase(Locale.ROOT);
        Matcher business = Written.BUSINESS.matcher(form);
        if (business.matches()) {
            long number = Long.parseLong(business.group(1));
            return switch (business.group(2)) {
                case "day" -> new BusinessDays(Written.days(number, text));
                case "hour" -> new BusinessTime(Durations.parse(number + "h"));
                case "minute" -> new BusinessTime(Durations.parse(number + "m"));
                default -> throw new IllegalStateException(form);
            };
        }
        Matcher calendar = Written.CALENDAR.matcher(form);
        if (!form.isEmpty() && calendar.matches()) {
            long weeks = calendar.group(1) == null ? 0 : Long.parseLong(calendar.group(1));
            long days = calendar.group(2) == null ? 0 : Long.parseLong(calendar.group(2));
            if (!calendar.group(3).isEmpty()) {
                return new Calendar(Written.days(weeks * 7 + days, text), Written.time(calendar.group(3), text));
            }
            if (calendar.group(1) != null || calendar.group(2) != null) return new Calendar(Written.days(weeks * 7 + days, text), Duration.ZERO);
        }
        throw new HoursSyntaxException("not a time to wait", text, ALLOWED);
    }

    /** The written forms. */
    final class Written {
        private static final Pattern BUSINESS = Pattern.compile("([0-9]{1,9})\\s*business[ -](day|hour|minute)s?");
        private static final Pattern CALENDAR = Pattern.compile("p?(?:([0-9]{1,9})\\s*w(?:eeks?)?)?\\s*(?:([0-9]{1,9})\\s*d(?:ays?)?)?\\s*(.*)");

        private Written() {}

        private static int days(long days, String text) {
            if (days > 3653) throw new HoursSyntaxException("too long", text, ALLOWED);
            return (int) days;
        }

        private static Duration time(String time, String text) {
            try {
                return Durations.parse(time.startsWith("t") ? "p" + time : time);
            } catch (HoursSyntaxException bad) {
                throw new HoursSyntaxException(bad.what().equals("not a duration") ? "not a time to wait" : bad.what(), text, ALLOWED);
            }
        }
    }
}
