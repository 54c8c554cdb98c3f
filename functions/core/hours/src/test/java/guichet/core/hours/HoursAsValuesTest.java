package guichet.core.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours are values: compared by what they say, written as one reads them, and bounded. */
class HoursAsValuesTest {
    private static OpeningHours hours(String zone, String open, String closed) {
        return new OpeningHours(
                ZoneId.of(zone),
                WeeklyHours.parse(Map.of("mon-fri", List.of(open))),
                Holidays.of(ClosedDays.parse(closed)));
    }

    @Test
    void two_that_say_the_same_are_the_same() {
        var office = hours("Europe/Paris", "9:00-12:00", "12-25");
        assertEquals(hours("Europe/Paris", "9:00-12:00", "12-25"), office);
        assertEquals(hours("Europe/Paris", "9:00-12:00", "12-25").hashCode(), office.hashCode());
        assertNotEquals(hours("Europe/Brussels", "9:00-12:00", "12-25"), office);
        assertNotEquals(hours("Europe/Paris", "9:00-12:30", "12-25"), office);
        assertNotEquals(hours("Europe/Paris", "9:00-12:00", "12-26"), office);
        assertNotEquals(office, new Object());
        assertNotEquals(
                hours("Europe/Paris", "9:00-12:00", "12-26").hashCode(),
                office.hashCode(),
                "or a map of hours would be a list");
        assertTrue(office.toString().contains("Europe/Paris"), office::toString);
        assertTrue(office.toString().contains("9:00-12:00"), office::toString);
    }

    @Test
    void closed_days_are_compared_by_their_rules() {
        var christmas = Holidays.of(ClosedDays.parse("12-25"));
        assertEquals(Holidays.of(ClosedDays.parse("12-25")), christmas);
        assertEquals(Holidays.of(ClosedDays.parse("12-25")).hashCode(), christmas.hashCode());
        assertNotEquals(Holidays.NONE, christmas);
        assertNotEquals(Holidays.NONE.hashCode(), christmas.hashCode());
        assertNotEquals(christmas, new Object());
        assertFalse(christmas.toString().isEmpty());
    }

    @Test
    void ranges_come_in_the_order_of_their_start_then_of_their_end() {
        var sorted = Stream.of("14:00-18:00", "9:00-12:00", "9:00-10:00")
                .map(TimeRange::parse)
                .sorted()
                .map(TimeRange::toString)
                .toList();
        assertEquals(List.of("9:00-10:00", "9:00-12:00", "14:00-18:00"), sorted);
        assertEquals("8:00:05-17:59:59", TimeRange.parse("08:00:05-17:59:59").toString());
    }

    @Test
    void a_range_lies_within_a_day_and_has_a_length() {
        assertEquals(TimeRange.DAY, new TimeRange(0, TimeRange.DAY).to());
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(0, TimeRange.DAY + 1));
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(5, 5));
    }

    @Test
    void time_does_not_run_backwards() {
        var at = Instant.parse("2026-03-06T09:00:00Z");
        var office = hours("Europe/Paris", "9:00-12:00", "12-25");
        assertThrows(IllegalArgumentException.class, () -> office.between(at, at.minusSeconds(1)));
        assertEquals(Duration.ZERO, office.between(at, at));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0m",
        "PT1H, 1h",
        "PT30M, 30m",
        "PT59S, 59s",
        "PT0.5S, 0.5s",
        "PT4H30M, 4h30m",
        "PT1H5.25S, 1h5.25s",
        "PT26H, 26h",
    })
    void a_wait_is_written_without_what_is_zero(String duration, String written) {
        assertEquals(written, Durations.format(Duration.parse(duration)));
    }

    @Test
    void what_cannot_be_read_is_shown_whole_up_to_a_length() {
        var longest = "x".repeat(80);
        assertTrue(
                new HoursSyntaxException("wrong", longest, "right").getMessage().contains(longest));
        assertFalse(new HoursSyntaxException("wrong", longest + "y", "right")
                .getMessage()
                .contains("y"));
    }
}
