package guichet.core.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for any zone, hours, closed days, instants and durations, half of them within days of a clock change. */
@Domain(Scene.Any.class)
class HoursPropertiesTest {

    @Property(tries = 600)
    void adding_then_measuring_gives_back_the_same(@ForAll Scene scene, @ForAll Duration time) {
        assertEquals(time, scene.hours().between(scene.from(), scene.hours().add(scene.from(), time)));
    }

    @Property(tries = 600)
    void a_due_instant_is_the_earliest_by_which_the_time_has_passed(@ForAll Scene scene, @ForAll Duration time) {
        Instant due = scene.hours().add(scene.from(), time);
        if (time.isZero()) {
            assertEquals(scene.from(), due);
        } else {
            assertTrue(scene.hours().between(scene.from(), due.minusNanos(1)).compareTo(time) < 0);
        }
    }

    @Property(tries = 600)
    void splitting_a_span_at_any_instant_changes_no_sum(
            @ForAll Scene scene, @ForAll Duration first, @ForAll Duration second) {
        Instant split = scene.from().plus(first);
        Instant to = split.plus(second);
        assertEquals(
                scene.hours().between(scene.from(), to),
                scene.hours().between(scene.from(), split).plus(scene.hours().between(split, to)));
    }

    @Property(tries = 600)
    void adding_in_two_steps_is_adding_at_once(@ForAll Scene scene, @ForAll Duration first, @ForAll Duration second) {
        assertEquals(
                scene.hours().add(scene.from(), first.plus(second)),
                scene.hours().add(scene.hours().add(scene.from(), first), second));
    }

    @Property(tries = 600)
    void more_time_is_never_due_earlier_and_neither_is_a_later_start(
            @ForAll Scene scene, @ForAll Duration time, @ForAll Duration more) {
        Instant due = scene.hours().add(scene.from(), time);
        assertFalse(scene.hours().add(scene.from(), time.plus(more)).isBefore(due));
        assertFalse(scene.hours().add(scene.from().plus(more), time).isBefore(due));
    }

    @Property(tries = 400)
    void no_instant_outside_hours_counts_and_none_inside_is_left_out(@ForAll Scene scene, @ForAll Duration span) {
        Explanation why =
                scene.hours().explainBetween(scene.from(), scene.from().plus(span));
        var clock = new WallClock(scene.hours());
        for (Interval counted : why.counted()) {
            for (Instant at : samples(counted)) {
                assertTrue(clock.shows(at), () -> at + " counts, but is outside " + scene.hours());
            }
        }
        for (Explanation.Skipped skipped : why.skipped()) {
            for (Instant at : samples(skipped.interval())) {
                assertFalse(clock.shows(at), () -> at + " does not count, but is in " + scene.hours());
            }
        }
    }

    @Property(tries = 100)
    void the_sum_is_what_one_counts_minute_by_minute_on_the_wall_clock(@ForAll Scene scene) {
        Instant start = scene.from().truncatedTo(ChronoUnit.MINUTES);
        var clock = new WallClock(scene.hours());
        long minutes = 0;
        for (int minute = 0; minute < 4 * 24 * 60; minute++) {
            if (clock.shows(start.plus(Duration.ofMinutes(minute)))) {
                minutes++;
            }
        }
        assertEquals(Duration.ofMinutes(minutes), scene.hours().between(start, start.plus(Duration.ofDays(4))));
    }

    @Property(tries = 400)
    void an_explanation_accounts_for_all_of_the_time_once(@ForAll Scene scene, @ForAll Duration time) {
        Explanation why = scene.hours().explainAdd(scene.from(), time);
        List<Interval> all = new ArrayList<>(why.counted());
        why.skipped().forEach(skipped -> all.add(skipped.interval()));
        all.sort(Comparator.comparing(Interval::from));
        Instant at = scene.from();
        for (Interval interval : all) {
            assertEquals(at, interval.from());
            at = interval.to();
        }
        assertEquals(scene.hours().add(scene.from(), time), at);
        assertEquals(at, why.due().orElseThrow());
        assertEquals(time, why.counted().stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus));
    }

    @Property(tries = 400)
    void intervals_are_open_apart_from_each_other_and_add_up(@ForAll Scene scene, @ForAll Duration span) {
        Instant to = scene.from().plus(span);
        List<Interval> intervals = scene.hours().intervals(scene.from(), to);
        assertEquals(scene.hours().explainBetween(scene.from(), to).counted(), intervals);
        assertEquals(
                scene.hours().between(scene.from(), to),
                intervals.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus));
        for (int i = 1; i < intervals.size(); i++) {
            assertTrue(intervals.get(i - 1).to().isBefore(intervals.get(i).from()));
        }
    }

    @Property(tries = 400)
    void the_next_opening_is_open_with_nothing_open_before_it(@ForAll Scene scene) {
        Instant next = scene.hours().nextOpening(scene.from()).orElseThrow();
        assertTrue(scene.hours().isOpen(next));
        assertEquals(Duration.ZERO, scene.hours().between(scene.from(), next));
    }

    private static List<Instant> samples(Interval interval) {
        return List.of(
                interval.from(),
                interval.to().minusNanos(1),
                interval.from().plus(interval.length().dividedBy(2)));
    }

    /**
     * The definition itself, worked out without the code under test: is the desk open by what the clock on the wall
     * shows?
     */
    private record WallClock(OpeningHours hours, Map<Integer, Set<LocalDate>> closed) {
        WallClock(OpeningHours hours) {
            this(hours, new HashMap<>());
        }

        boolean shows(Instant at) {
            ZonedDateTime clock = at.atZone(hours.zone());
            LocalDate day = clock.toLocalDate();
            int second = clock.toLocalTime().toSecondOfDay();
            return !closed.computeIfAbsent(day.getYear(), this::closedIn).contains(day)
                    && hours.week().on(day.getDayOfWeek()).stream()
                            .anyMatch(range -> range.from() <= second && second < range.to());
        }

        private Set<LocalDate> closedIn(int year) {
            Set<LocalDate> days = new HashSet<>();
            hours.closed().rules().forEach(rule -> rule.mark(year, (day, name) -> days.add(day)));
            return days;
        }
    }
}
