package guichet.core.command;

import guichet.core.notice.Notice;
import guichet.core.notice.WithheldNotice;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One command's outcome, to be written whole or not at all, on the condition that nothing came between.
 *
 * @param before the ticket that was decided on; empty when this opens it. The write is conditional on its {@code seq}
 * @param due when the next timer falls due
 * @param timer for a tick: the due instant that it was fired for. The write is conditional on the ticket still being
 *     due then
 * @param key of a client's request, so that its repeat answers the same
 */
public record TicketCommit(
        Optional<Ticket> before,
        Ticket after,
        List<RecordedEvent> events,
        List<Notice> notices,
        List<WithheldNotice> withheld,
        Optional<Instant> due,
        Optional<Instant> timer,
        Optional<IdempotencyKey> key) {

    /**
     * @param scope who asked; @param key the client's; @param bodyHash of the request, so that another body under the
     *     same key is told apart
     */
    public record IdempotencyKey(String scope, String key, String bodyHash) {}

    /** The mails that this commit's messages came by. */
    public List<MailRef> mails() {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(TicketEvent.MessageAdded.class::isInstance)
                .map(TicketEvent.MessageAdded.class::cast)
                .flatMap(message -> message.mail().stream())
                .toList();
    }
}
