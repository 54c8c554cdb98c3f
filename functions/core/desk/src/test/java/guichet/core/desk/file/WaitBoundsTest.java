package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.hours.ClosedDays;
import guichet.core.hours.Delay;
import guichet.core.hours.Holidays;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.PublicHolidays;
import guichet.core.hours.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitBoundsTest {
    private static final OpeningHours HOURS = new OpeningHours(
            ZoneId.of("Europe/Paris"),
            WeeklyHours.parse(Map.of("mon-fri", List.of("9:00-12:00", "14:00-18:00"))),
            Holidays.of(PublicHolidays.of("FR"), ClosedDays.parse("12-24..01-02")));

    @ParameterizedTest
    @CsvSource({
        "8 business days,  6d,              later",
        "5 business days,  6d,              depends",
        "1 business day,   1d,              depends",
        "40d,              8 business days, later",
        "20d,              8 business days, depends",
        "6d,               8 business days, earlier",
        "4 business hours, 3h,              later",
        "4 business hours, 2d,              depends",
        "70 business hours, 8d,             later",
        "3 business days,  4 business days, earlier",
    })
    void which_wait_is_over_first_is_said_only_where_it_never_depends_on_the_day(String a, String b, String order) {
        var found = new WaitBounds(HOURS).compare(Delay.parse(a), Delay.parse(b));
        var expected = switch (order) {
            case "later" -> Optional.of(1);
            case "earlier" -> Optional.of(-1);
            default -> Optional.empty();
        };
        assertEquals(expected, found.map(Integer::signum));
        if (found.isPresent()) {
            var from = Instant.parse("2026-01-01T00:30:00Z");
            for (int hour = 0; hour < 24 * 365; hour += 5) {
                var start = from.plus(Duration.ofHours(hour));
                var first = Delay.parse(a).after(start, HOURS);
                var second = Delay.parse(b).after(start, HOURS);
                assertTrue(Integer.signum(first.compareTo(second)) == found.get(), start::toString);
            }
        }
    }
}
