package guichet.core.desk.file;

import guichet.core.hours.ClosedDays;
import guichet.core.hours.Delay;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Between what and what a wait comes to by the calendar, whenever it begins: business days last longer over a weekend,
 * and longest where closed days come together. Never narrower than the truth, so that what one calls too late is.
 */
final class WaitBounds {
    /** More public holidays than come together anywhere: some at once, and one a week besides. */
    private static final int HOLIDAYS_AT_ONCE = 5;

    private static final int LEAP_YEAR = 2024;

    private final OpeningHours hours;

    WaitBounds(OpeningHours hours) {
        this.hours = hours;
    }

    /**
     * Less than 0 if the first is over first, 0 if both are over at once, more than 0 if it is later; empty where it
     * depends.
     */
    Optional<Integer> compare(Delay a, Delay b) {
        return switch (a) {
            case Delay.BusinessDays(var days)
            when b instanceof Delay.BusinessDays(var otherDays) -> Optional.of(Integer.compare(days, otherDays));
            case Delay.BusinessTime(var time)
            when b instanceof Delay.BusinessTime(var otherTime) -> Optional.of(time.compareTo(otherTime));
            case Delay.Calendar _ when b instanceof Delay.Calendar -> Optional.of(least(a).compareTo(least(b)));
            case Delay.Calendar _, Delay.BusinessDays _, Delay.BusinessTime _ -> {
                if (least(a).compareTo(most(b)) > 0) {
                    yield Optional.of(1);
                }
                yield most(a).compareTo(least(b)) < 0 ? Optional.of(-1) : Optional.empty();
            }
        };
    }

    private Duration least(Delay wait) {
        return switch (wait) {
            case Delay.Calendar(var days, var time) -> Duration.ofDays(days).plus(time);
            case Delay.BusinessDays(var days) -> Duration.ofDays(calendarDays(days, Math::min));
            case Delay.BusinessTime(var time) -> {
                var week = openPerWeek();
                var weeks = time.isZero() ? 0 : time.minusNanos(1).dividedBy(week);
                var longest =
                        week().map(WaitBounds::open).max(Duration::compareTo).orElseThrow();
                var days = (int) Math.min(3653, time.dividedBy(longest) - 1);
                var byWeeks = Duration.ofDays(7 * weeks).plus(time.minus(week.multipliedBy(weeks)));
                var byDays = Duration.ofDays(Math.max(0, calendarDays(days, Math::min) - 1));
                yield byWeeks.compareTo(byDays) > 0 ? byWeeks : byDays;
            }
        };
    }

    private Duration most(Delay wait) {
        return switch (wait) {
            case Delay.Calendar _ -> least(wait);
            case Delay.BusinessDays(var days) -> Duration.ofDays(withClosedDays(days));
            case Delay.BusinessTime(var time) -> {
                var shortest =
                        week().map(WaitBounds::open).min(Duration::compareTo).orElseThrow();
                yield Duration.ofDays(withClosedDays((int) Math.min(3653, time.dividedBy(shortest) + 2)));
            }
        };
    }

    private long withClosedDays(int days) {
        var plain = calendarDays(days, Math::max);
        var closed = hours.closed().rules().stream()
                .mapToLong(rule -> closed(rule, plain))
                .sum();
        return calendarDays((int) Math.min(3 * 3653, days + closed), Math::max);
    }

    private static long closed(ClosedDays rule, long within) {
        return switch (rule) {
            case ClosedDays.Yearly(MonthDay from, MonthDay to) -> {
                var days = ChronoUnit.DAYS.between(from.atYear(LEAP_YEAR), to.atYear(LEAP_YEAR)) + 1;
                yield (days > 0 ? days : days + 366) * (1 + within / 365);
            }
            case ClosedDays.Dated(var from, var to) -> ChronoUnit.DAYS.between(from, to) + 1;
            default -> HOLIDAYS_AT_ONCE + within / 7;
        };
    }

    /** To the last of so many open days, from the day of the week on which that takes least, or most. */
    private long calendarDays(int open, BinaryOperator<Long> which) {
        return Stream.of(DayOfWeek.values())
                .map(from -> calendarDays(open, from))
                .reduce(which)
                .orElseThrow();
    }

    private long calendarDays(int open, DayOfWeek from) {
        long days = 0;
        for (int left = open; left > 0; ) {
            days++;
            if (!hours.week().on(from.plus(days)).isEmpty()) {
                left--;
            }
        }
        return days;
    }

    private Stream<List<TimeRange>> week() {
        return hours.week().ranges().values().stream();
    }

    private Duration openPerWeek() {
        return week().map(WaitBounds::open).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration open(List<TimeRange> day) {
        return Duration.ofSeconds(
                day.stream().mapToLong(range -> range.to() - range.from()).sum());
    }
}
