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

    /** The one that the ticket goes by from this event on, where the event says so. */
    private static Optional<String> contract(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened -> Optional.of(opened.contract());
            case TicketEvent.RequesterChanged change -> Optional.of(change.contract());
            case TicketEvent.OrganizationChanged change -> Optional.of(change.contract());
            case TicketEvent.ContractChanged change -> Optional.of(change.to());
            default -> Optional.empty();
        };
    }

    /** Business time from the opening on, without the pauses, up to the first stop or to now. */
    private static Duration counted(TicketScenario ticket) {
        var calendar = calendar(ticket);
        var clock = ticket.desk().clocks().getFirst();
        var sum = Duration.ZERO;
        var state = "soumise";
        Instant since = ticket.ticket().opened();
        for (var recorded : ticket.history()) {
            if (recorded.event() instanceof TicketEvent.MergedInto) {
                return PAUSES.contains(state) ? sum : sum.plus(calendar.between(since, recorded.at()));
            }
            var contract = contract(recorded.event());
            if (contract.isPresent()) {
                if (!PAUSES.contains(state)) {
                    sum = sum.plus(calendar.between(since, recorded.at()));
                }
                since = recorded.at();
                calendar = ticket.desk().calendarFor(clock, contract.get());
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
        var breached = ticket.history().stream()
                .filter(recorded ->
                        recorded.event() instanceof ClockMoved moved && moved.change() == ClockChange.BREACHED)
                .findFirst();
        var breach = breached.map(recorded -> ((ClockMoved) recorded.event()).state());
        var calendar = ticket.history().stream()
                .filter(recorded ->
                        breached.isPresent() && recorded.seq() < breached.get().seq())
                .flatMap(recorded -> contract(recorded.event()).stream())
                .reduce((_, later) -> later)
                .map(contract ->
                        ticket.desk().calendarFor(ticket.desk().clocks().getFirst(), contract));
        assertEquals(clock(ticket).breached(), breach.isPresent());
        assertEquals(
                Optional.empty(),
                breach.filter(state -> Clocks.elapsed(
                                        calendar.orElseThrow(),
                                        state,
                                        state.due().orElseThrow())
                                .compareTo(state.target())
                        < 0));
    }
}
