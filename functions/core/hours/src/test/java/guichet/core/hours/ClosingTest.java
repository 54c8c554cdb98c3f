package guichet.core.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingTest {
    @Test
    void a_day_without_a_year_closes_every_year() {
        assertEquals(List.of("2026-12-24"), in(2026, "12-24"));
        assertEquals(List.of("2031-12-24"), in(2031, "12-24"));
    }

    @Test
    void a_date_closes_once() {
        assertEquals(List.of("2026-05-15"), in(2026, "2026-05-15"));
        assertEquals(List.of(), in(2027, "2026-05-15"));
    }

    @Test
    void the_29th_of_february_closes_in_leap_years_only() {
        assertEquals(List.of("2028-02-29"), in(2028, "02-29"));
        assertEquals(List.of(), in(2027, "02-29"));
        assertEquals(List.of("2027-02-28", "2027-03-01"), in(2027, "02-28..03-01"));
    }

    @Test
    void a_span_of_dates_includes_both_ends_and_may_cross_the_year() {
        assertEquals(List.of("2026-12-30", "2026-12-31"), in(2026, "2026-12-30..2027-01-02"));
        assertEquals(List.of("2027-01-01", "2027-01-02"), in(2027, "2026-12-30 .. 2027-01-02"));
        assertEquals(List.of(), in(2028, "2026-12-30..2027-01-02"));
    }

    @Test
    void a_yearly_span_may_run_over_new_year() {
        assertEquals(List.of("2026-01-01", "2026-01-02", "2026-12-30", "2026-12-31"), in(2026, "12-30..01-02"));
    }

    @Test
    void where_two_rules_close_a_day_the_first_names_it() {
        var holidays = Holidays.of(PublicHolidays.of("FR"), ClosedDays.parse("12-25"));
        assertEquals(
                "Noël", holidays.on(LocalDate.of(2026, 12, 25)).orElseThrow().name(Locale.FRANCE));
        assertEquals(
                "closed every year, 12-25",
                Holidays.of(ClosedDays.parse("12-25"))
                        .on(LocalDate.of(2026, 12, 25))
                        .orElseThrow()
                        .name(Locale.UK));
        assertEquals(
                "fermé le 15/05/2026",
                Holidays.of(ClosedDays.parse("2026-05-15"))
                        .on(LocalDate.of(2026, 5, 15))
                        .orElseThrow()
                        .name(Locale.FRENCH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12-24 | 2026-12-24 | closed every year, 12-24 | fermé chaque année le 24/12",
                "12-24..01-02 | 2026-01-01 | closed every year, 12-24..01-02 | fermé chaque année du 24/12 au 02/01",
                "2026-05-15 | 2026-05-15 | closed 2026-05-15 | fermé le 15/05/2026",
                "2026-08-03..2026-08-14 | 2026-08-07 | closed 2026-08-03..2026-08-14 | fermé du 03/08/2026 au 14/08/2026",
            })
    void a_closed_day_is_named_by_its_rule_in_the_readers_language(
            String rule, LocalDate day, String english, String french) {
        var closed = Holidays.of(ClosedDays.parse(rule)).on(day).orElseThrow();
        assertEquals(english, closed.name(Locale.ENGLISH));
        assertEquals(french, closed.name(Locale.FRENCH));
        assertEquals(english, closed.name(Locale.of("xx")), "a language that the product does not speak");
    }

    @Test
    void a_holiday_has_its_english_name_where_the_product_does_not_speak_the_language() {
        var labourDay = Holidays.of(PublicHolidays.of("FR"))
                .on(LocalDate.of(2026, 5, 1))
                .orElseThrow();
        assertEquals(labourDay.name(Locale.ENGLISH), labourDay.name(Locale.GERMAN));
        assertEquals("Fête du travail", labourDay.name(Locale.CANADA_FRENCH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02-30 | no such day in any year",
                "13-01 | no such day in any year",
                "2027-02-29 | no such day",
                "2026-13-01 | no such day",
                "2026-05-15..2026-05-14 | a span that ends before it starts",
                "2026-05-15..06-01 | not a closed day",
                "01-01..02-01..03-01 | not a closed day",
                "15/05/2026 | not a closed day",
                "easter | not a closed day",
                "'' | not a closed day",
                "12-24.. | not a closed day",
            })
    void what_is_no_closed_day_is_named_with_what_is_allowed(String text, String what) {
        var error = assertThrows(HoursSyntaxException.class, () -> ClosedDays.parse(text));
        assertEquals(what, error.what());
        assertEquals(text, error.value());
        assertTrue(error.allowed().contains("2026-05-15"));
    }

    private static List<String> in(int year, String closing) {
        Holidays holidays = Holidays.of(ClosedDays.parse(closing));
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> holidays.on(day).isPresent())
                .map(LocalDate::toString)
                .toList();
    }
}
