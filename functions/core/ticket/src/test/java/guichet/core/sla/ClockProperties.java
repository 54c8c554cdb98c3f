package guichet.core.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.hours.OpeningHours;
import guichet.core.ticket.AnyCommands;
import guichet.core.ticket.AnyCommands.Life;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The clock of the desk cloud against what the document says of it, read off the ticket's states alone. */
class ClockProperties {
    private static final Set<String> STOPS = Set.of("planifiee", "attente-client", "fermee");
    private static final Set<String> PAUSES = Set.of("attente-tiers");

    @Provide
    Arbitrary<Life> lives() {
        return AnyCommands.lives();
    }

    private static TicketScenario live(Life life, Consumer<TicketScenario> check) {
        var ticket = TicketScenario.on(TicketScenario.CLOUD, "2026-01-01 00:00")
                .at(life.start())
                .does(TicketScenario.open(life.requester(), life.requester(), life.channel()));
        for (var tried : life.tried()) {
            ticket.passesTo(ticket.now().plus(tried.gap()));
            ticket.tries(tried.command());
            check.accept(ticket);
        }
        return ticket;
    }

    private static OpeningHours calendar(TicketScenario ticket) {
        return ticket.desk()
                .calendarFor(ticket.desk().clocks().getFirst(), ticket.ticket().contract());
    }

    private static ClockState clock(TicketScenario ticket) {
        return ticket.ticket().clocks().get("response");
    }

    /** Business time from the opening on, without the pauses, up to the first stop or to now. */
    private static Duration counted(TicketScenario ticket) {
        var calendar = calendar(ticket);
        var sum = Duration.ZERO;
        var state = "soumise";
        Instant since = ticket.ticket().opened();
        for (var recorded : ticket.history()) {
            if (recorded.event() instanceof TicketEvent.MergedInto) {
                return PAUSES.contains(state) ? sum : sum.plus(calendar.between(since, recorded.at()));
            }
            if (recorded.event() instanceof StateChanged change) {
                if (!PAUSES.contains(state)) {
                    sum = sum.plus(calendar.between(since, recorded.at()));
                }
                if (STOPS.contains(change.to())) {
                    return sum;
                }
                state = change.to();
                since = recorded.at();
            }
        }
        return PAUSES.contains(state) ? sum : sum.plus(calendar.between(since, ticket.now()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_elapsed_is_business_time_outside_pauses_up_to_the_first_stop(@ForAll("lives") Life life) {
        live(
                life,
                ticket -> assertEquals(counted(ticket), Clocks.elapsed(calendar(ticket), clock(ticket), ticket.now())));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_running_clock_is_due_when_what_is_left_has_passed(@ForAll("lives") Life life) {
        live(life, ticket -> {
            var clock = clock(ticket);
            if (clock.phase() == Phase.RUNNING && !clock.breached()) {
                var left = clock.target().minus(counted(ticket));
                assertEquals(
                        left.isPositive() ? calendar(ticket).add(ticket.now(), left) : ticket.now(),
                        clock.due().orElseThrow());
            }
        });
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void it_starts_and_stops_and_warns_and_runs_out_at_most_once(@ForAll("lives") Life life) {
        var ticket = live(life, _ -> {});
        for (var change : Set.of(ClockChange.STARTED, ClockChange.STOPPED, ClockChange.WARNED, ClockChange.BREACHED)) {
            var times = ticket.history().stream()
                    .filter(recorded -> recorded.event() instanceof ClockMoved moved && moved.change() == change)
                    .count();
            assertTrue(times <= 1, () -> change + " " + times + " times");
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void swept_on_time_it_has_run_out_exactly_when_the_target_has_passed(@ForAll("lives") Life life) {
        var ticket = live(life, _ -> {});
        var breach = ticket.history().stream()
                .filter(recorded ->
                        recorded.event() instanceof ClockMoved moved && moved.change() == ClockChange.BREACHED)
                .map(recorded -> ((ClockMoved) recorded.event()).state())
                .findFirst();
        assertEquals(clock(ticket).breached(), breach.isPresent());
        assertEquals(
                Optional.empty(),
                breach.filter(state ->
                        Clocks.elapsed(calendar(ticket), state, state.due().orElseThrow())
                                        .compareTo(state.target())
                                < 0));
    }
}
