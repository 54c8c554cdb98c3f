package guichet.core.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {
    @Test
    void france_has_eleven_holidays_in_2026() {
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("2026-01-01", "Jour de l'An"),
                        Map.entry("2026-04-06", "Lundi de Pâques"),
                        Map.entry("2026-05-01", "Fête du travail"),
                        Map.entry("2026-05-08", "Fête de la fin de la guerre en Europe"),
                        Map.entry("2026-05-14", "Jour de l'Ascension"),
                        Map.entry("2026-05-25", "Lundi de Pentecôte"),
                        Map.entry("2026-07-14", "Fête Nationale"),
                        Map.entry("2026-08-15", "Assomption"),
                        Map.entry("2026-11-01", "Toussaint"),
                        Map.entry("2026-11-11", "Armistice"),
                        Map.entry("2026-12-25", "Noël"))),
                in(2026, PublicHolidays.of("FR"), Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"57", "67", "68"})
    void alsace_and_moselle_have_good_friday_and_the_26th_of_december_more(String department) {
        SortedMap<String, String> expected = in(2026, PublicHolidays.of("FR"), Locale.ENGLISH);
        expected.put("2026-04-03", "Good Friday");
        expected.put("2026-12-26", "2nd Christmas day");
        assertEquals(expected, in(2026, PublicHolidays.of("FR", department), Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "971, 2026-05-27",
        "972, 2026-05-22",
        "973, 2026-06-10",
        "974, 2026-12-20",
        "976, 2026-04-27",
        "977, 2026-10-09",
        "978, 2026-05-28"
    })
    void an_overseas_department_has_its_day_of_the_abolition_of_slavery_more(String department, String day) {
        SortedMap<String, String> expected = in(2026, PublicHolidays.of("FR"), Locale.FRENCH);
        expected.put(day, "Abolition de l'esclavage");
        assertEquals(expected, in(2026, PublicHolidays.of("FR", department), Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "2A", "2b", "54", "69", "75", "95"})
    void the_other_departments_have_the_national_holidays(String department) {
        assertEquals(
                in(2026, PublicHolidays.of("FR"), Locale.FRENCH),
                in(2026, PublicHolidays.of("FR", department), Locale.FRENCH));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-04-01, 2024-05-09, 2024-05-20",
        "2025, 2025-04-21, 2025-05-29, 2025-06-09",
        "2027, 2027-03-29, 2027-05-06, 2027-05-17",
        "2038, 2038-04-26, 2038-06-03, 2038-06-14"
    })
    void the_movable_feasts_follow_easter(int year, String easterMonday, String ascension, String whitMonday) {
        SortedMap<String, String> days = in(year, PublicHolidays.of("FR"), Locale.ENGLISH);
        assertEquals("Easter Monday", days.get(easterMonday));
        assertEquals("Ascension Day", days.get(ascension));
        assertEquals("Whit Monday", days.get(whitMonday));
    }

    @Test
    void a_holiday_that_is_moved_to_a_working_day_closes_that_day() {
        SortedMap<String, String> england = in(2027, PublicHolidays.of("GB", "ENG"), Locale.ENGLISH);
        assertTrue(england.containsKey("2027-12-27"));
        assertTrue(england.containsKey("2027-12-28"));
    }

    @Test
    void a_day_that_is_only_observed_does_not_close() {
        assertNull(in(2026, PublicHolidays.of("AT"), Locale.ENGLISH).get("2026-12-24"));
        assertEquals(
                "Christmas", in(2026, PublicHolidays.of("AT"), Locale.ENGLISH).get("2026-12-25"));
    }

    @Test
    void a_region_of_another_country_is_named_by_its_code_and_may_be_nested() {
        assertEquals(
                "Epiphany",
                in(2026, PublicHolidays.of("DE", "by"), Locale.ENGLISH).get("2026-01-06"));
        assertNull(in(2026, PublicHolidays.of("DE", "HH"), Locale.ENGLISH).get("2026-01-06"));
        assertTrue(in(2026, PublicHolidays.of("DE", "BY/AG"), Locale.ENGLISH).containsKey("2026-08-08"));
    }

    @Test
    void english_names_do_not_follow_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(
                    "Armistice Day",
                    in(2026, PublicHolidays.of("FR"), Locale.ENGLISH).get("2026-11-11"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FX   |    | FX  | no calendar of public holidays for this country; did you mean",
                "''   |    | ''  | no calendar of public holidays for this country",
                "FR   | 20 | 20  | no such French department",
                "FR   | 7  | 7   | no such French department; did you mean \"07\"",
                "FR   | 99 | 99  | no such French department",
                "FR   | Bas-Rhin | BAS-RHIN | no such French department",
                "DE   | XX | XX  | no such region of DE",
                "DE   | BY/ZZ | BY/ZZ | no such region of DE",
                "LU   | 1  | 1   | no such region of LU",
            })
    void an_unknown_country_or_region_is_named_with_what_is_allowed(
            String country, String region, String value, String what) {
        var error = assertThrows(
                HoursSyntaxException.class, () -> new PublicHolidays(country, Optional.ofNullable(region)));
        assertEquals(value, error.value());
        assertTrue(error.what().startsWith(what), error.what());
        assertFalse(error.allowed().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1899, 1900, 2026, 2149, 2150})
    void every_calendar_there_is_can_be_asked_for_any_year_that_is_computed(int year) {
        for (String country : HolidayManager.getSupportedCalendarCodes()) {
            in(year, PublicHolidays.of(country), Locale.ENGLISH)
                    .forEach((day, name) -> assertNotEquals("undefined", name, country + day));
            if (year == 2026) {
                assertFalse(in(year, PublicHolidays.of(country), Locale.FRENCH).isEmpty(), country);
            }
        }
    }

    private static SortedMap<String, String> in(int year, ClosedDays closing, Locale language) {
        SortedMap<String, String> days = new TreeMap<>();
        Holidays holidays = Holidays.of(closing);
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .forEach(day -> holidays.on(day).ifPresent(name -> days.put(day.toString(), name.name(language))));
        return days;
    }
}
