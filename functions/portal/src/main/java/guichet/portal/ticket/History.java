package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.portal.ticket.Tickets.Visible;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All that happened to a ticket, read page by page as far as somebody looks. */
@ApplicationScoped
public class History {
    private static final int COMMITS = 20;
    private final TicketStore store;

    public History(TicketStore store) {
        this.store = store;
    }

    /** A file of a message that this caller may see; of an internal note, only for the desk's staff. */
    public Optional<Attachment> attachment(Visible visible, String id) {
        return of(visible.id())
                .filter(recorded -> Timeline.maySee(visible.caller(), recorded))
                .filter(recorded -> recorded.event() instanceof MessageAdded)
                .flatMap(recorded -> ((MessageAdded) recorded.event()).body().attachments().stream())
                .filter(attachment -> attachment.id().equals(id))
                .findFirst();
    }

    /**
     * What a message says, whole, if this caller may see it. @param seq as the timeline names it; anything else finds
     * nothing
     */
    Optional<Body> body(Visible visible, String seq) {
        return Optional.of(seq)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> body(visible, number));
    }

    private Optional<Body> body(Visible visible, long seq) {
        return store.history(visible.id(), seq, 1).stream()
                .filter(recorded -> recorded.seq() == seq && Timeline.maySee(visible.caller(), recorded))
                .filter(recorded -> recorded.event() instanceof MessageAdded message
                        && Timeline.maySeeWhole(visible.caller(), recorded, message.body()))
                .findFirst()
                .flatMap(_ -> store.body(visible.id(), seq));
    }

    /** In order, oldest first. */
    Stream<RecordedEvent> of(TicketId ticket) {
        return StreamSupport.stream(
                new AbstractSpliterator<RecordedEvent>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    private final ArrayDeque<RecordedEvent> read = new ArrayDeque<>();
                    private long from = 1;

                    @Override
                    public boolean tryAdvance(Consumer<? super RecordedEvent> action) {
                        if (read.isEmpty()) {
                            read.addAll(store.history(ticket, from, COMMITS));
                        }
                        var next = read.poll();
                        if (next == null) {
                            return false;
                        }
                        from = next.seq() + 1;
                        action.accept(next);
                        return true;
                    }
                },
                false);
    }
}
