package guichet.core.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A rule that closes whole local days. */
public sealed interface ClosedDays permits ClosedDays.Yearly, ClosedDays.Dated, PublicHolidays {
    String ALLOWED =
            "every year 12-24, one day 2026-05-15, a span 2026-08-03..2026-08-14 or 12-24..01-02, or { holidays: FR,"
                    + " region: \"67\" }";

    /** Names each day of {@code year} that this rule closes. */
    void mark(int year, BiConsumer<LocalDate, ClosedDay> close);

    /**
     * Every year from one day to another, both included; {@code 12-24..01-02} runs over New Year. 29 February closes in
     * leap years only.
     */
    record Yearly(MonthDay from, MonthDay to) implements ClosedDays, ClosedDay {
        @Override
        public void mark(int year, BiConsumer<LocalDate, ClosedDay> close) {
            daysOf(year).filter(day -> covers(MonthDay.from(day))).forEach(day -> close.accept(day, this));
        }

        private boolean covers(MonthDay day) {
            boolean started = !day.isBefore(from);
            boolean ended = day.isAfter(to);
            return from.isAfter(to) ? started || !ended : started && !ended;
        }

        @Override
        public String name(Locale locale) {
            return HoursWords.say(HoursWords.YEARLY, HoursWords.YEARLY_SPAN, HoursWords.DAY_OF_YEAR, from, to, locale);
        }
    }

    /** The days from one date to another, both included. */
    record Dated(LocalDate from, LocalDate to) implements ClosedDays, ClosedDay {
        @Override
        public void mark(int year, BiConsumer<LocalDate, ClosedDay> close) {
            if (year < from.getYear() || year > to.getYear()) {
                return;
            }
            daysOf(year).filter(day -> !day.isBefore(from) && !day.isAfter(to)).forEach(day -> close.accept(day, this));
        }

        @Override
        public String name(Locale locale) {
            return HoursWords.say(HoursWords.DATED, HoursWords.DATED_SPAN, HoursWords.DAY, from, to, locale);
        }
    }

    /** Reads {@code 12-24}, {@code 2026-05-15} or a span of either, {@code 2026-08-03..2026-08-14}. */
    static ClosedDays parse(String text) {
        String[] ends = text.strip().split("\\s*\\.\\.\\s*", -1);
        String first = ends[0];
        String last = ends[ends.length - 1];
        if (ends.length <= 2 && isYearly(first) && isYearly(last)) {
            return new Yearly(monthDay(first, text), monthDay(last, text));
        }
        if (ends.length <= 2 && isDated(first) && isDated(last)) {
            var dated = new Dated(date(first, text), date(last, text));
            if (dated.to.isBefore(dated.from)) {
                throw new HoursSyntaxException("a span that ends before it starts", text, ALLOWED);
            }
            return dated;
        }
        throw new HoursSyntaxException("not a closed day", text, ALLOWED);
    }

    private static boolean isYearly(String day) {
        return day.matches("[0-9]{2}-[0-9]{2}");
    }

    private static boolean isDated(String day) {
        return day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    private static MonthDay monthDay(String day, String text) {
        try {
            return MonthDay.parse("--" + day);
        } catch (DateTimeException none) {
            throw new HoursSyntaxException("no such day in any year", text, ALLOWED);
        }
    }

    private static LocalDate date(String day, String text) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException none) {
            throw new HoursSyntaxException("no such day", text, ALLOWED);
        }
    }

    private static Stream<LocalDate> daysOf(int year) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1));
    }
}
