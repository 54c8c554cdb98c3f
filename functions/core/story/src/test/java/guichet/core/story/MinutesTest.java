package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private static List<Instant> sweeps(Instant from, Instant until, Instant... dues) {
        var waiting = new ArrayDeque<>(List.of(dues));
        var sweeps = new ArrayList<Instant>();
        Minutes.pass(from, until, () -> Optional.ofNullable(waiting.peek()), at -> {
            sweeps.add(at);
            waiting.removeIf(due -> !due.isAfter(at));
        });
        return sweeps;
    }

    @Test
    void what_is_due_within_a_minute_is_found_by_the_sweep_at_its_end() {
        assertEquals(
                List.of(TEN.plusSeconds(60)), sweeps(TEN, TEN.plusSeconds(60), TEN.plusNanos(1), TEN.plusSeconds(59)));
        assertEquals(List.of(), sweeps(TEN, TEN.plusSeconds(59), TEN.plusNanos(1)));
    }

    @Test
    void what_is_due_at_a_full_minute_is_found_by_the_sweep_of_that_minute() {
        assertEquals(
                List.of(TEN, TEN.plusSeconds(120)),
                sweeps(TEN, TEN.plusSeconds(120), TEN, TEN.plusSeconds(120), TEN.plusSeconds(121)));
    }

    @Test
    void what_was_due_long_ago_is_found_by_the_sweep_of_now() {
        assertEquals(List.of(TEN), sweeps(TEN, TEN.plusSeconds(60), TEN.minusSeconds(86_400)));
    }

    @Test
    void what_stays_due_after_its_sweep_is_an_error_and_no_endless_loop() {
        var stuck = assertThrows(
                IllegalStateException.class,
                () -> Minutes.pass(TEN, TEN.plusSeconds(60), () -> Optional.of(TEN), _ -> {}));
        assertTrue(
                stuck.getMessage().contains("stays due after the sweep of 2026-03-02T10:00:00Z"), stuck.getMessage());
    }
}
