package guichet.core.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** March 2026 begins on a Sunday; 6 March is a Friday. */
class OpeningHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final OpeningHours OFFICE = office(Holidays.NONE);

    @Test
    void four_hours_from_ten_to_ten_on_a_friday_end_at_ten_to_six_because_of_the_break() {
        assertEquals(at("2026-03-06T15:50:00+01:00"), OFFICE.add(at("2026-03-06T09:50:00+01:00"), hours(4)));
        assertEquals(hours(4), OFFICE.between(at("2026-03-06T09:50:00+01:00"), at("2026-03-06T15:50:00+01:00")));
    }

    @Test
    void time_that_runs_out_at_closing_time_is_due_then_and_not_when_the_desk_opens_again() {
        assertEquals(at("2026-03-06T18:00:00+01:00"), OFFICE.add(at("2026-03-06T14:00:00+01:00"), hours(4)));
    }

    @Test
    void a_nanosecond_more_than_the_day_has_left_is_due_a_nanosecond_after_the_next_opening() {
        assertEquals(
                at("2026-03-09T09:00:00.000000001+01:00"),
                OFFICE.add(at("2026-03-06T14:00:00+01:00"), hours(4).plusNanos(1)));
    }

    @Test
    void adding_nothing_gives_the_start_itself_even_when_closed() {
        Instant night = at("2026-03-07T03:00:00+01:00");
        assertEquals(night, OFFICE.add(night, Duration.ZERO));
    }

    @Test
    void a_start_outside_hours_counts_from_the_next_opening() {
        assertEquals(at("2026-03-09T10:00:00+01:00"), OFFICE.add(at("2026-03-06T20:00:00+01:00"), hours(1)));
    }

    @Test
    void a_start_in_the_break_counts_from_its_end() {
        assertEquals(at("2026-03-06T15:00:00+01:00"), OFFICE.add(at("2026-03-06T13:30:00+01:00"), hours(1)));
    }

    @Test
    void fractions_of_a_second_are_kept() {
        assertEquals(
                at("2026-03-06T10:00:00.75+01:00"),
                OFFICE.add(at("2026-03-06T09:00:00.5+01:00"), hours(1).plusMillis(250)));
        assertEquals(
                Duration.ofMillis(500),
                OFFICE.between(at("2026-03-06T11:59:59.5+01:00"), at("2026-03-06T12:00:00.9+01:00")));
        assertEquals(
                Duration.ofNanos(2),
                OFFICE.between(at("2026-03-06T10:00:00.000000001+01:00"), at("2026-03-06T10:00:00.000000003+01:00")));
    }

    @Test
    void the_opening_second_is_open_and_the_closing_second_is_not() {
        assertFalse(OFFICE.isOpen(at("2026-03-06T08:59:59.999999999+01:00")));
        assertTrue(OFFICE.isOpen(at("2026-03-06T09:00:00+01:00")));
        assertTrue(OFFICE.isOpen(at("2026-03-06T11:59:59.999999999+01:00")));
        assertFalse(OFFICE.isOpen(at("2026-03-06T12:00:00+01:00")));
    }

    @Test
    void a_long_weekend_with_easter_monday_takes_off_three_whole_days() {
        OpeningHours closedOnHolidays = office(Holidays.of(PublicHolidays.of("FR")));
        assertEquals(at("2026-04-07T10:00:00+02:00"), closedOnHolidays.add(at("2026-04-03T17:00:00+02:00"), hours(2)));
        assertEquals(at("2026-04-06T10:00:00+02:00"), OFFICE.add(at("2026-04-03T17:00:00+02:00"), hours(2)));
    }

    @Test
    void good_friday_closes_in_strasbourg_and_not_in_paris() {
        Instant thursday = at("2026-04-02T17:00:00+02:00");
        assertEquals(
                at("2026-04-03T10:00:00+02:00"),
                office(Holidays.of(PublicHolidays.of("FR", "75"))).add(thursday, hours(2)));
        assertEquals(
                at("2026-04-07T10:00:00+02:00"),
                office(Holidays.of(PublicHolidays.of("FR", "67"))).add(thursday, hours(2)));
    }

    @Test
    void the_29th_of_february_is_a_day_like_others_and_may_be_closed_every_leap_year() {
        OpeningHours leap = office(Holidays.of(ClosedDays.parse("02-29")));
        assertEquals(at("2028-02-29T10:00:00+01:00"), OFFICE.add(at("2028-02-28T17:00:00+01:00"), hours(2)));
        assertEquals(at("2028-03-01T10:00:00+01:00"), leap.add(at("2028-02-28T17:00:00+01:00"), hours(2)));
        assertEquals(at("2027-03-01T10:00:00+01:00"), leap.add(at("2027-02-26T17:00:00+01:00"), hours(2)));
        assertEquals(hours(7), leap.between(at("2027-03-01T00:00:00+01:00"), at("2027-03-02T00:00:00+01:00")));
    }

    @Test
    void openings_that_meet_at_midnight_are_one_interval() {
        OpeningHours night = hours("Europe/Paris", Map.of("fri", List.of("22:00-24:00"), "sat", List.of("0:00-6:00")));
        assertEquals(
                List.of(new Interval(at("2026-03-06T22:00:00+01:00"), at("2026-03-07T06:00:00+01:00"))),
                night.intervals(at("2026-03-06T00:00:00+01:00"), at("2026-03-08T00:00:00+01:00")));
        assertEquals(at("2026-03-07T00:00:00+01:00"), night.add(at("2026-03-06T20:00:00+01:00"), hours(2)));
        assertEquals(at("2026-03-07T01:00:00+01:00"), night.add(at("2026-03-06T20:00:00+01:00"), hours(3)));
    }

    @Test
    void a_closed_day_ends_at_midnight_and_cuts_a_night_in_two() {
        OpeningHours night = new OpeningHours(
                PARIS,
                WeeklyHours.parse(Map.of("mon-sun", List.of("22:00-24:00", "0:00-6:00"))),
                Holidays.of(ClosedDays.parse("2026-03-07")));
        assertEquals(at("2026-03-08T01:00:00+01:00"), night.add(at("2026-03-06T22:00:00+01:00"), hours(3)));
    }

    @Test
    void around_the_clock_is_all_time_in_one_interval() {
        OpeningHours always = OpeningHours.always(PARIS);
        Instant from = at("2026-01-01T00:00:00.5Z");
        Instant to = at("2027-01-01T00:00:00Z");
        assertEquals(List.of(new Interval(from, to)), always.intervals(from, to));
        assertEquals(Duration.between(from, to), always.between(from, to));
        assertEquals(from.plus(hours(5000)), always.add(from, hours(5000)));
    }

    @Test
    void intervals_are_worked_out_as_they_are_asked_for() {
        assertEquals(
                List.of(
                        new Interval(at("2026-03-06T17:00:00+01:00"), at("2026-03-06T18:00:00+01:00")),
                        new Interval(at("2026-03-09T09:00:00+01:00"), at("2026-03-09T12:00:00+01:00"))),
                OFFICE.intervals(at("2026-03-06T17:00:00+01:00")).limit(2).toList());
    }

    @Test
    void the_next_opening_of_an_open_instant_is_itself_and_of_a_weekend_is_monday() {
        Instant open = at("2026-03-06T10:00:00.25+01:00");
        assertEquals(Optional.of(open), OFFICE.nextOpening(open));
        assertEquals(Optional.of(at("2026-03-09T09:00:00+01:00")), OFFICE.nextOpening(at("2026-03-06T18:00:00+01:00")));
    }

    @Test
    void hours_that_stay_closed_for_ever_are_an_error_and_not_an_endless_loop() {
        OpeningHours never = office(Holidays.of(ClosedDays.parse("01-01..12-31")));
        Instant from = at("2026-03-06T10:00:00Z");
        var error = assertThrows(OutOfReachException.class, () -> never.add(from, hours(1)));
        assertEquals("these hours stay closed for ten years from 2026-03-06T10:00:00Z", error.getMessage());
        assertEquals(Optional.empty(), never.nextOpening(from));
        assertEquals(List.of(), never.intervals(from).toList());
        assertEquals(Duration.ZERO, never.between(from, at("2100-01-01T00:00:00Z")));
    }

    @Test
    void a_closure_of_nine_years_is_waited_for() {
        OpeningHours closed = office(Holidays.of(ClosedDays.parse("2026-01-01..2034-12-31")));
        assertEquals(at("2035-01-01T10:00:00+01:00"), closed.add(at("2026-01-01T00:00:00Z"), hours(1)));
    }

    @Test
    void what_lies_outside_the_years_computed_is_an_error() {
        assertThrows(OutOfReachException.class, () -> OFFICE.add(at("2149-12-31T10:00:00Z"), hours(100)));
        assertThrows(OutOfReachException.class, () -> OFFICE.add(Instant.MAX, hours(1)));
        assertThrows(OutOfReachException.class, () -> OFFICE.add(Instant.MIN, hours(1)));
        assertThrows(OutOfReachException.class, () -> OFFICE.between(at("2026-03-06T10:00:00Z"), Instant.MAX));
        assertThrows(
                OutOfReachException.class,
                () -> OFFICE.add(at("2026-03-06T10:00:00Z"), Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void a_span_that_ends_before_it_starts_and_a_negative_time_are_errors() {
        Instant from = at("2026-03-06T10:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> OFFICE.between(from, from.minusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> OFFICE.add(from, Duration.ofNanos(-1)));
        assertEquals(Duration.ZERO, OFFICE.between(from, from));
    }

    @Test
    void the_explanation_names_what_counted_and_why_the_rest_did_not() {
        Holidays france = Holidays.of(PublicHolidays.of("FR"));
        ClosedDay easterMonday = france.on(LocalDate.of(2026, 4, 6)).orElseThrow();
        assertEquals("Easter Monday", easterMonday.name(Locale.ENGLISH));
        assertEquals("Lundi de Pâques", easterMonday.name(Locale.FRENCH));
        OpeningHours desk = office(france);
        Explanation why = desk.explainAdd(at("2026-04-03T11:00:00+02:00"), hours(6));
        assertEquals(Optional.of(at("2026-04-07T10:00:00+02:00")), why.due());
        assertEquals(hours(6), why.business());
        assertEquals(
                List.of(
                        new Interval(at("2026-04-03T11:00:00+02:00"), at("2026-04-03T12:00:00+02:00")),
                        new Interval(at("2026-04-03T14:00:00+02:00"), at("2026-04-03T18:00:00+02:00")),
                        new Interval(at("2026-04-07T09:00:00+02:00"), at("2026-04-07T10:00:00+02:00"))),
                why.counted());
        assertEquals(
                List.of(
                        skipped("2026-04-03T12:00:00+02:00", "2026-04-03T14:00:00+02:00", Reason.BREAK),
                        skipped("2026-04-03T18:00:00+02:00", "2026-04-06T00:00:00+02:00", Reason.OUTSIDE_HOURS),
                        skipped(
                                "2026-04-06T00:00:00+02:00",
                                "2026-04-07T00:00:00+02:00",
                                new Reason.Closed(easterMonday)),
                        skipped("2026-04-07T00:00:00+02:00", "2026-04-07T09:00:00+02:00", Reason.OUTSIDE_HOURS)),
                why.skipped());
    }

    @Test
    void a_measured_span_has_no_due_instant() {
        Explanation why = OFFICE.explainBetween(at("2026-03-06T11:00:00+01:00"), at("2026-03-06T15:00:00+01:00"));
        assertEquals(Optional.empty(), why.due());
        assertEquals(hours(2), why.business());
        assertEquals(2, why.counted().size());
    }

    static OpeningHours office(Holidays closed) {
        return new OpeningHours(
                PARIS, WeeklyHours.parse(Map.of("mon-fri", List.of("9:00-12:00", "14:00-18:00"))), closed);
    }

    static OpeningHours hours(String zone, Map<String, List<String>> week) {
        return new OpeningHours(ZoneId.of(zone), WeeklyHours.parse(week), Holidays.NONE);
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    private static Explanation.Skipped skipped(String from, String to, Reason reason) {
        return new Explanation.Skipped(new Interval(at(from), at(to)), reason);
    }
}
