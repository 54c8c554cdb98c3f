package guichet.core.sla;

import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A clock that counts from now on, since the ticket's type was corrected. Its customer has waited all the while, so it
 * begins with what is known of that: what the clock that it replaces has counted, pauses taken off; or else the time
 * since the ticket was opened, or has entered its state.
 */
final class ClockHandover {
    private ClockHandover() {}

    static List<ClockMoved> begin(Desk desk, ClockRule rule, Ticket before, Ticket ticket, Instant at) {
        if (ticket.isClosed() || rule.stops().contains(ticket.state())) {
            return List.of();
        }
        var own = Optional.ofNullable(ticket.clocks().get(rule.name()));
        return counted(desk, rule, before, ticket, at)
                .or(() -> own.map(ClockState::elapsed))
                .map(elapsed -> List.of(begin(desk, rule, ticket, own, elapsed, at)))
                .orElse(List.of());
    }

    private static ClockMoved begin(
            Desk desk, ClockRule rule, Ticket ticket, Optional<ClockState> own, Duration elapsed, Instant at) {
        var target = rule.targets().get(ticket.priority());
        var paused = rule.pausedIn().contains(ticket.state());
        var base = new ClockState(
                paused ? Phase.PAUSED : Phase.RUNNING,
                target,
                elapsed,
                at,
                Optional.empty(),
                own.flatMap(ClockState::due),
                own.map(ClockState::warned).orElse(false),
                own.map(ClockState::breached).orElse(false));
        var anew = Clocks.retargeted(desk, rule, ticket, base, target, elapsed, at);
        return own.isPresent() ? anew : new ClockMoved(rule.name(), ClockChange.STARTED, anew.state());
    }

    private static Optional<Duration> counted(Desk desk, ClockRule rule, Ticket before, Ticket ticket, Instant at) {
        return desk.clocks().stream()
                .filter(other -> other.appliesTo(before.type())
                        && !other.appliesTo(ticket.type())
                        && other.from().equals(rule.from()))
                .filter(other -> isCounting(before.clocks().get(other.name())))
                .map(other -> Clocks.elapsed(
                        Clocks.calendar(desk, other, before), before.clocks().get(other.name()), at))
                .max(Comparator.naturalOrder())
                .or(() -> since(desk, rule, ticket)
                        .map(from -> Clocks.calendar(desk, rule, ticket).between(from, until(rule, ticket, at))));
    }

    private static boolean isCounting(ClockState clock) {
        return clock != null && clock.phase() != Phase.STOPPED;
    }

    private static Optional<Instant> since(Desk desk, ClockRule rule, Ticket ticket) {
        var initial = Optional.ofNullable(desk.types().get(ticket.type()))
                .map(RequestType::initial)
                .filter(state -> state.id().equals(rule.from()))
                .map(_ -> ticket.opened());
        return initial.or(
                () -> Optional.of(ticket.since()).filter(_ -> rule.from().equals(ticket.state())));
    }

    private static Instant until(ClockRule rule, Ticket ticket, Instant at) {
        return rule.pausedIn().contains(ticket.state()) ? ticket.since() : at;
    }
}
