package guichet.core.story;

import guichet.core.ticket.Body;
import guichet.core.ticket.Commit;
import guichet.core.ticket.InMemoryTicketStore;
import guichet.core.ticket.Recorded;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketStore;
import guichet.core.ticket.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tickets in memory that tell what was written, as the table's stream does. */
final class JournalStore implements TicketStore {
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final List<Commit> written = new ArrayList<>();
    private final Set<TicketId> tickets = new LinkedHashSet<>();

    /** What was written since this was last asked. */
    List<Commit> drain() {
        var all = List.copyOf(written);
        written.clear();
        return all;
    }

    Set<TicketId> tickets() {
        return tickets;
    }

    List<Due> due(Instant at) {
        return store.due(at);
    }

    @Override
    public Written write(Commit commit) {
        var outcome = store.write(commit);
        if (outcome instanceof Written.Done) {
            written.add(commit);
            tickets.add(commit.after().id());
        }
        return outcome;
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return store.find(id);
    }

    @Override
    public long nextNumber(String desk) {
        return store.nextNumber(desk);
    }

    @Override
    public Optional<Written.Repeated> repeated(Commit.IdempotencyKey key, Instant now) {
        return store.repeated(key, now);
    }

    @Override
    public List<Recorded> history(TicketId id, long fromSeq, int limit) {
        return store.history(id, fromSeq, limit);
    }

    @Override
    public Optional<Body> body(TicketId id, long seq) {
        return store.body(id, seq);
    }

    @Override
    public Optional<KnownMail> mail(String desk, String messageId) {
        return store.mail(desk, messageId);
    }

    @Override
    public void rememberSent(TicketId ticket, String messageId) {
        store.rememberSent(ticket, messageId);
    }
}
