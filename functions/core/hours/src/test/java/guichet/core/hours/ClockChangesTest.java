package guichet.core.hours;

import static guichet.core.hours.OpeningHoursTest.at;
import static guichet.core.hours.OpeningHoursTest.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChangesTest {
    @ParameterizedTest(name = "{0} on {1} lasts {2}")
    @CsvSource({
        "Europe/Paris,        2026-03-29, PT23H",
        "Europe/Paris,        2026-10-25, PT25H",
        "America/New_York,    2026-03-08, PT23H",
        "America/New_York,    2026-11-01, PT25H",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "America/Sao_Paulo,   2018-11-04, PT23H",
        "America/Sao_Paulo,   2019-02-16, PT25H",
        "Africa/Cairo,        2026-04-24, PT23H",
        "Africa/Cairo,        2026-10-29, PT25H",
        "Asia/Beirut,         2026-03-29, PT23H",
        "Asia/Beirut,         2026-10-24, PT25H",
        "America/St_Johns,    2006-10-28, PT24H59M",
        "America/St_Johns,    2006-10-29, PT24H1M",
        "Asia/Kolkata,        2026-03-29, PT24H",
        "Asia/Kathmandu,      2026-03-29, PT24H",
        "Pacific/Apia,        2011-12-29, PT24H",
        "Pacific/Apia,        2011-12-30, PT0S",
        "Pacific/Apia,        2011-12-31, PT24H",
        "UTC,                 2026-12-31, PT24H",
    })
    void all_of_a_local_day_lasts_what_it_really_lasted(String zone, LocalDate day, Duration expected) {
        OpeningHours thatWeekday = new OpeningHours(
                ZoneId.of(zone),
                new WeeklyHours(Map.of(day.getDayOfWeek(), List.of(TimeRange.parse("0:00-24:00")))),
                Holidays.NONE);
        var noon = day.atTime(LocalTime.NOON).atZone(ZoneId.of("UTC")).toInstant();
        // Two and a half days around it hold no other day of that name, whatever the zone's offset.
        assertEquals(expected, thatWeekday.between(noon.minus(hours(60)), noon.plus(hours(60))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "Europe/Paris, 2026-03-29",
        "Europe/Paris, 2026-10-25",
        "America/New_York, 2026-03-08",
        "America/New_York, 2026-11-01"
    })
    void a_morning_from_nine_to_twelve_is_three_hours_on_the_days_of_change_too(String zone, LocalDate day) {
        OpeningHours mornings = hours(zone, Map.of("mon-sun", List.of("9:00-12:00")));
        var midnight = day.atStartOfDay(ZoneId.of(zone));
        assertEquals(
                hours(3),
                mornings.between(midnight.toInstant(), midnight.plusDays(1).toInstant()));
        assertEquals(midnight.withHour(12).toInstant(), mornings.add(midnight.toInstant(), hours(3)));
    }

    @Test
    void an_opening_that_starts_in_the_skipped_hour_starts_at_the_change() {
        OpeningHours early = hours("Europe/Paris", Map.of("sun", List.of("2:30-5:00")));
        assertEquals(
                List.of(new Interval(at("2026-03-29T03:00:00+02:00"), at("2026-03-29T05:00:00+02:00"))),
                early.intervals(at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00")));
    }

    @Test
    void an_opening_that_ends_in_the_skipped_hour_ends_at_the_change() {
        OpeningHours night = hours("Europe/Paris", Map.of("sun", List.of("1:00-2:30")));
        assertEquals(
                List.of(new Interval(at("2026-03-29T01:00:00+01:00"), at("2026-03-29T03:00:00+02:00"))),
                night.intervals(at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00")));
    }

    @Test
    void an_opening_within_the_skipped_hour_does_not_take_place() {
        OpeningHours lost = hours("Europe/Paris", Map.of("sun", List.of("2:10-2:50")));
        assertEquals(List.of(), lost.intervals(at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00")));
        assertFalse(lost.opensOn(LocalDate.of(2026, 3, 29)));
        assertTrue(lost.opensOn(LocalDate.of(2026, 4, 5)));
    }

    @Test
    void an_opening_that_ends_in_the_repeated_hour_is_open_each_time_the_clock_says_so() {
        OpeningHours night = hours("Europe/Paris", Map.of("sun", List.of("1:00-2:30")));
        assertEquals(
                List.of(
                        new Interval(at("2026-10-25T01:00:00+02:00"), at("2026-10-25T02:30:00+02:00")),
                        new Interval(at("2026-10-25T02:00:00+01:00"), at("2026-10-25T02:30:00+01:00"))),
                night.intervals(at("2026-10-25T00:00:00+02:00"), at("2026-10-26T00:00:00+01:00")));
    }

    @Test
    void a_night_shift_over_the_change_counts_the_hours_really_worked() {
        OpeningHours nights = hours("Europe/Paris", Map.of("sat", List.of("22:00-24:00"), "sun", List.of("0:00-6:00")));
        assertEquals(at("2026-03-29T06:00:00+02:00"), nights.add(at("2026-03-28T22:00:00+01:00"), hours(7)));
        assertEquals(at("2026-10-25T06:00:00+01:00"), nights.add(at("2026-10-24T22:00:00+02:00"), hours(9)));
    }

    @Test
    void a_clock_put_back_across_midnight_shows_the_end_of_the_day_before_once_more() {
        // St John's, 29 October 2006: at 0:01 the clocks went back to 23:01 of the 28th, a Saturday.
        OpeningHours saturdays = hours("America/St_Johns", Map.of("sat", List.of("22:00-24:00")));
        assertEquals(
                List.of(
                        new Interval(at("2006-10-28T22:00:00-02:30"), at("2006-10-29T00:00:00-02:30")),
                        new Interval(at("2006-10-28T23:01:00-03:30"), at("2006-10-29T00:00:00-03:30"))),
                saturdays.intervals(at("2006-10-28T12:00:00Z"), at("2006-10-29T12:00:00Z")));
    }

    @Test
    void a_closed_day_is_closed_by_local_date_for_as_long_as_it_really_lasts() {
        OpeningHours desk = new OpeningHours(
                ZoneId.of("Europe/Paris"), WeeklyHours.ALWAYS, Holidays.of(ClosedDays.parse("2026-10-25")));
        assertEquals(hours(48), desk.between(at("2026-10-24T00:00:00+02:00"), at("2026-10-27T00:00:00+01:00")));
    }
}
