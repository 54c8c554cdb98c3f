package guichet.core.hours;

import static guichet.core.hours.OpeningHoursTest.at;
import static guichet.core.hours.OpeningHoursTest.office;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimesTest {
    @ParameterizedTest
    @CsvSource({
        "4h30m, PT4H30M",
        "4h, PT4H",
        "90m, PT1H30M",
        "45s, PT45S",
        "4H30M, PT4H30M",
        "4h 30m, PT4H30M",
        "1d, PT24H",
        "90min, PT1H30M",
        "PT4H30M, PT4H30M",
        "pt4h, PT4H",
        "PT0.5S, PT0.5S",
        "PT1.5H, PT1H30M",
        "0.000000001s, PT0.000000001S",
        "P1D, PT24H",
        "P1DT1H, PT25H",
        "P2W, PT336H",
        "0m, PT0S",
        "PT0S, PT0S",
        "100000h, PT100000H",
        "' 4h ', PT4H"
    })
    void a_duration_is_iso_8601_or_the_short_form(String text, Duration expected) {
        assertEquals(expected, Durations.parse(text));
    }

    @Test
    void a_decimal_comma_is_one_too() {
        assertEquals(Duration.ofMillis(500), Durations.parse("PT0,5S"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | not a duration",
                "h | not a duration",
                "'' | not a duration",
                "P | not a duration",
                "PT | not a duration",
                "P1DT | not a duration",
                "30m4h | not a duration",
                "4h4h | not a duration",
                "-4h | a negative duration",
                "PT-4H | not a duration",
                "-PT4H | a negative duration",
                "P1M | months and years have no fixed length",
                "P1Y2D | months and years have no fixed length",
                "100001h | too long",
                "999999999999999h | too long",
                "9999999999999999999h | not a duration",
                "1.5h30m | only the last unit may have a fraction",
                "four hours | not a duration",
                "4h30 | not a duration",
                "1e3s | not a duration"
            })
    void what_is_no_duration_is_named_with_what_is_allowed(String text, String what) {
        var error = assertThrows(HoursSyntaxException.class, () -> Durations.parse(text));
        assertEquals(what, error.what());
        assertEquals(text, error.value());
        assertEquals(Durations.ALLOWED, error.allowed());
    }

    @Property(tries = 300)
    void a_duration_is_read_as_it_is_printed(
            @ForAll @LongRange(min = 0, max = 359_999_999L) long seconds,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        Duration duration = Duration.ofSeconds(seconds, nanos);
        assertEquals(duration, Durations.parse(Durations.format(duration)));
        assertEquals(duration, Durations.parse(duration.toString()));
    }

    private static final OpeningHours OFFICE = office(Holidays.of(PublicHolidays.of("FR")));

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "3d,              2026-03-02T10:00:00+01:00, 2026-03-05T10:00:00+01:00",
        "3d,              2026-03-27T10:00:00.5+01:00, 2026-03-30T10:00:00.5+02:00",
        "3d,              2026-10-23T10:00:00+02:00, 2026-10-26T10:00:00+01:00",
        "1d,              2026-03-28T02:30:00+01:00, 2026-03-29T03:30:00+02:00",
        "1d,              2026-10-24T02:30:00+02:00, 2026-10-25T02:30:00+02:00",
        "1d,              2028-02-28T10:00:00+01:00, 2028-02-29T10:00:00+01:00",
        "2w,              2026-03-02T10:00:00+01:00, 2026-03-16T10:00:00+01:00",
        "P3D,             2026-03-27T10:00:00+01:00, 2026-03-30T10:00:00+02:00",
        "P1DT2H,          2026-03-02T10:00:00+01:00, 2026-03-03T12:00:00+01:00",
        "1d2h,            2026-03-02T10:00:00+01:00, 2026-03-03T12:00:00+01:00",
        "24h,             2026-03-28T10:00:00+01:00, 2026-03-29T11:00:00+02:00",
        "4h30m,           2026-03-06T16:00:00+01:00, 2026-03-06T20:30:00+01:00",
        "PT4H30M,         2026-03-06T16:00:00+01:00, 2026-03-06T20:30:00+01:00",
        "3 business days, 2026-03-05T16:00:00+01:00, 2026-03-10T16:00:00+01:00",
        "1 business day,  2026-04-03T16:00:00+02:00, 2026-04-07T16:00:00+02:00",
        "1 business day,  2026-03-07T16:00:00+01:00, 2026-03-09T16:00:00+01:00",
        "1 business day,  2026-03-27T23:00:00+01:00, 2026-03-30T23:00:00+02:00",
        "0 business days, 2026-03-07T16:00:00+01:00, 2026-03-07T16:00:00+01:00",
        "4 business hours, 2026-03-06T16:00:00+01:00, 2026-03-09T11:00:00+01:00",
        "90 business minutes, 2026-03-06T17:00:00+01:00, 2026-03-09T09:30:00+01:00",
    })
    void a_wait_is_over_at_the_local_time_one_expects(String wait, String from, String expected) {
        assertEquals(at(expected), Delay.parse(wait).after(at(from), OFFICE));
    }

    @Test
    void a_day_that_the_zone_skipped_is_no_open_day() {
        OpeningHours apia = OpeningHours.always(ZoneId.of("Pacific/Apia"));
        Instant from = at("2011-12-29T10:00:00-10:00");
        assertEquals(
                at("2011-12-31T10:00:00+14:00"), Delay.parse("1 business day").after(from, apia));
        assertEquals(
                at("2012-01-01T10:00:00+14:00"), Delay.parse("2 business days").after(from, apia));
        assertEquals(at("2011-12-31T10:00:00+14:00"), Delay.parse("1d").after(from, apia));
    }

    @Test
    void waiting_for_an_open_day_that_never_comes_is_an_error() {
        OpeningHours never = office(Holidays.of(ClosedDays.parse("01-01..12-31")));
        assertThrows(
                OutOfReachException.class,
                () -> Delay.parse("1 business day").after(at("2026-03-06T16:00:00+01:00"), never));
        assertThrows(
                OutOfReachException.class,
                () -> Delay.parse("3653 business days").after(at("2149-01-06T16:00:00+01:00"), OFFICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "d",
                "three days",
                "3 days ago",
                "-3d",
                "4000d",
                "99999999999d",
                "3 business",
                "3 business weeks",
                "4000 business days",
                "P1M",
                "p",
                "3d3d",
                "w",
                "999999 business hours"
            })
    void what_is_no_wait_is_named_with_what_is_allowed(String text) {
        var error = assertThrows(HoursSyntaxException.class, () -> Delay.parse(text));
        assertEquals(text, error.value());
        assertTrue(error.allowed().contains("3 business days"));
    }
}
