package guichet.core.notice;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.StateChanged;
import java.util.Optional;

/**
 * A ticket that comes back to where it was, as the move {@code back} has it (S4-01): whoever was told when it first
 * came there knows.
 */
final class ReturnBack {
    private ReturnBack() {}

    /** Whether it is one, and brings nothing new but words, which are told by themselves. */
    static boolean isNoNews(Desk desk, Ticket ticket, RecordedEvent recorded) {
        return recorded.event() instanceof StateChanged change
                && change.inputs().isEmpty()
                && Optional.ofNullable(desk.types().get(ticket.type()))
                        .filter(type -> leads(
                                type,
                                change.from(),
                                AllowedTransition.BACK,
                                recorded.by().role()))
                        .filter(type -> !leads(
                                type, change.from(), change.to(), recorded.by().role()))
                        .isPresent();
    }

    private static boolean leads(RequestType type, String from, String to, Role by) {
        return type.movesFrom(from).stream()
                .anyMatch(move -> move.to().equals(to) && move.by().contains(by));
    }
}
