package guichet.core.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {
    @Test
    void days_are_written_alone_in_spans_and_in_lists() {
        assertEquals(List.of(SATURDAY), WeekdayRange.parse("sat"));
        assertEquals(List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), WeekdayRange.parse("Mon-Fri"));
        assertEquals(List.of(MONDAY, WEDNESDAY, FRIDAY), WeekdayRange.parse("mon, wed,fri"));
        assertEquals(List.of(MONDAY, TUESDAY, FRIDAY), WeekdayRange.parse("mon-tue,fri"));
        assertEquals(List.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY), WeekdayRange.parse("sun-thu"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fry | not a day of the week; did you mean \"fri\"? | fry",
                "lundi   | not a day of the week                        | lundi",
                "mon,    | not a day of the week                        | mon,",
                "mon-wed-fri | not a span of days                       | mon-wed-fri",
                "mon-fri,wed | wed comes twice                          | mon-fri,wed",
                "mon-mon | a span of days that ends on the day it starts | mon-mon",
            })
    void what_are_no_days_is_named(String text, String what, String value) {
        var error = assertThrows(HoursSyntaxException.class, () -> WeekdayRange.parse(text));
        assertEquals(what, error.what());
        assertEquals(value, error.value());
    }

    @ParameterizedTest
    @CsvSource({
        "9:00-12:00, 32400, 43200",
        "09:00 - 12:00, 32400, 43200",
        "0:00-24:00, 0, 86400",
        "23:59:59-24:00:00, 86399, 86400",
        "9:00–12:00, 32400, 43200"
    })
    void an_opening_is_read_to_the_second(String text, int from, int to) {
        assertEquals(new TimeRange(from, to), TimeRange.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12:00-9:00  | an opening that ends before it starts",
                "22:00-06:00 | an opening that ends before it starts",
                "9:00-9:00   | an opening that ends when it starts",
                "9:00-24:01  | no such time of day",
                "9:60-12:00  | no such time of day",
                "25:00-26:00 | no such time of day",
                "9-12        | not a range of times",
                "9h-12h      | not a range of times",
                "9:00        | not a range of times",
                "-1:00-2:00  | not a range of times",
                "''          | not a range of times",
            })
    void what_is_no_opening_is_named_with_what_is_allowed(String text, String what) {
        var error = assertThrows(HoursSyntaxException.class, () -> TimeRange.parse(text));
        assertEquals(what, error.what());
        assertEquals(text, error.value());
        assertEquals(TimeRange.ALLOWED, error.allowed().substring(0, TimeRange.ALLOWED.length()));
    }

    @Test
    void openings_are_sorted_and_those_that_touch_are_one() {
        var week = WeeklyHours.parse(Map.of("mon", List.of("14:00-18:00", "12:00-14:00", "8:00-9:00")));
        assertEquals(List.of(TimeRange.parse("8:00-9:00"), TimeRange.parse("12:00-18:00")), week.on(MONDAY));
        assertEquals(List.of(), week.on(TUESDAY));
    }

    @Test
    void openings_that_overlap_are_an_error_that_names_both() {
        var error = assertThrows(
                HoursSyntaxException.class,
                () -> WeeklyHours.parse(Map.of("mon", List.of("9:00-12:00", "11:59-18:00"))));
        assertEquals("openings that overlap", error.what());
        assertEquals("9:00-12:00 and 11:59-18:00", error.value());
    }

    @Test
    void a_day_that_two_keys_name_is_an_error() {
        var error = assertThrows(
                HoursSyntaxException.class,
                () -> WeeklyHours.parse(Map.of("mon-fri", List.of("9:00-12:00"), "wed", List.of("9:00-10:00"))));
        assertEquals("wed comes twice", error.what());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_week_that_never_opens_is_an_error(boolean written) {
        Map<String, List<String>> week = written ? Map.of("mon", List.of()) : Map.of();
        assertEquals(
                "hours that never open",
                assertThrows(HoursSyntaxException.class, () -> WeeklyHours.parse(week))
                        .what());
    }

    @Test
    void an_error_tells_the_value_and_what_is_allowed_in_one_line() {
        var error = assertThrows(HoursSyntaxException.class, () -> WeekdayRange.parse("mon\nx"));
        assertEquals("not a day of the week: \"mon x\" (allowed: " + WeekdayRange.ALLOWED + ")", error.getMessage());
    }

    @Test
    void an_unknown_zone_names_the_nearest() {
        var error = assertThrows(HoursSyntaxException.class, () -> Zones.parse("Europe/Pari"));
        assertEquals("no such time zone; did you mean \"Europe/Paris\"?", error.what());
        assertEquals("Europe/Paris", Zones.parse("Europe/Paris").getId());
        assertThrows(HoursSyntaxException.class, () -> Zones.parse("+02:00"));
    }
}
