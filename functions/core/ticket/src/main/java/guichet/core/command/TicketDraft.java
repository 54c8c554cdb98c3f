package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.State;
import guichet.core.sla.Clocks;
import guichet.core.ticket.Actor;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.PriorityChanged;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvent.TypeChanged;
import guichet.core.ticket.TicketEvolution;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision in the making: the ticket so far, and what happened to it. Clocks follow every change of state by
 * themselves.
 */
final class TicketDraft {
    final Desk desk;
    final TicketId id;
    private Optional<Ticket> ticket;
    private final List<RecordedEvent> events = new ArrayList<>();

    TicketDraft(Desk desk, TicketId id, Optional<Ticket> ticket) {
        this.desk = desk;
        this.id = id;
        this.ticket = ticket;
    }

    Ticket ticket() {
        return ticket.orElseThrow();
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** A command whose time is earlier than the ticket's last event is stamped with that event's time. */
    private Instant stamp(Instant at) {
        return ticket.map(Ticket::lastAt).filter(last -> last.isAfter(at)).orElse(at);
    }

    void record(Actor by, Instant at, TicketEvent event) {
        var before = ticket;
        append(by, at, event);
        switch (event) {
            case TicketEvent.Opened _, StateChanged _ ->
                Clocks.onEntering(desk, ticket(), stamp(at)).forEach(move -> append(Actor.ROBOT, at, move));
            case PriorityChanged _,
                    TypeChanged _,
                    TicketEvent.RequesterChanged _,
                    TicketEvent.OrganizationChanged _,
                    TicketEvent.ContractChanged _ ->
                Clocks.onCorrected(desk, before.orElseThrow(), ticket(), stamp(at))
                        .forEach(move -> append(Actor.ROBOT, at, move));
            case TicketEvent.MergedInto _ ->
                Clocks.onMerged(desk, ticket(), stamp(at)).forEach(move -> append(Actor.ROBOT, at, move));
            default -> {}
        }
    }

    private void append(Actor by, Instant at, TicketEvent event) {
        var recorded = new RecordedEvent(ticket.map(Ticket::seq).orElse(0L) + 1, stamp(at), by, event);
        ticket = Optional.of(TicketEvolution.evolve(id, ticket, recorded));
        events.add(recorded);
    }

    /** Moves to that state; the robot, only if it is not there already. */
    void moveTo(Actor by, Instant at, String state, Map<String, String> inputs) {
        var type = Workflow.type(desk, ticket());
        var target = type.state(state).orElseThrow();
        if (target.id().equals(ticket().state()) && !by.isPerson()) {
            return;
        }
        var wasClosed = type.state(ticket().state()).map(State::closed).orElse(false);
        record(
                by,
                at,
                new StateChanged(
                        ticket().state(),
                        target.id(),
                        wasClosed,
                        target.closed(),
                        target.waitingFor().isPresent(),
                        inputs));
    }
}
