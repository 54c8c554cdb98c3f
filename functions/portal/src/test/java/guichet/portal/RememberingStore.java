package guichet.portal;

import guichet.core.ticket.Body;
import guichet.core.ticket.Commit;
import guichet.core.ticket.InMemoryTicketStore;
import guichet.core.ticket.Recorded;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.TicketStore;
import guichet.core.ticket.Written;
import guichet.portal.list.TicketLists;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The store in memory, which also lists what it holds; a position in a list is how many rows were before it. */
final class RememberingStore implements TicketStore, TicketLists {
    private InMemoryTicketStore tickets = new InMemoryTicketStore();
    private final Set<TicketId> ids = new HashSet<>();
    private Runnable beforeWrite = () -> { };

    void clear() {
        tickets = new InMemoryTicketStore();
        ids.clear();
        beforeWrite = () -> { };
    }

    /** Something that comes between the next reading and its write. */
    void onceBeforeWriting(Runnable other) {
        beforeWrite = other;
    }

    int size() {
        return ids.size();
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return tickets.find(id);
    }

    @Override
    public long nextNumber(String desk) {
        return tickets.nextNumber(desk);
    }

    @Override
    public Written write(Commit commit) {
        var other = beforeWrite;
        beforeWrite = () -> { };
        other.run();
        var written = tickets.write(commit);
        if (written instanceof Written.Done) {
            ids.add(commit.after().id());
        }
        return written;
    }

    @Override
    public Optional<Written.Repeated> repeated(Commit.IdempotencyKey key, Instant now) {
        return tickets.repeated(key, now);
    }

    @Override
    public List<Recorded> history(TicketId id, long fromSeq, int limit) {
        return tickets.history(id, fromSeq, limit);
    }

    @Override
    public Optional<Body> body(TicketId id, long seq) {
        return tickets.body(id, seq);
    }

    @Override
    public Optional<KnownMail> mail(String desk, String messageId) {
        return tickets.mail(desk, messageId);
    }

    @Override
    public void rememberSent(TicketId ticket, String messageId) {
        tickets.rememberSent(ticket, messageId);
    }

    @Override
    public Page page(String desk, Index index, Predicate<Row> filter, Optional<String> from, int limit) {
        var skip = from.map(Long::parseLong).orElse(0L);
        var rows = ids.stream().filter(id -> id.desk().equals(desk)).map(id -> tickets.find(id).orElseThrow())
                .filter(ticket -> holds(index, ticket)).sorted(order(index)).map(RememberingStore::row).filter(filter).skip(skip).limit(limit + 1).toList();
        var more = rows.size() > limit;
        return new Page(more ? rows.subList(0, limit) : rows, more ? Optional.of(Long.toString(skip + limit)) : Optional.empty());
    }

    private static boolean holds(Index index, Ticket ticket) {
        return switch (index) {
            case Index.Requester requester -> ticket.requester().address().equals(requester.address());
            case Index.Organization organization -> ticket.organization().equals(Optional.of(organization.id()));
            case Index.Owner owner -> ticket.owner().filter(person -> person.address().equals(owner.address())).isPresent();
            case Index.Queues queues -> queues.names().contains(ticket.queue()) && ticket.waitingSince().isPresent();
            case Index.All _ -> true;
        };
    }

    private static Comparator<Ticket> order(Index index) {
        return index instanceof Index.Queues ? Comparator.comparing(ticket -> ticket.waitingSince().orElseThrow())
                : Comparator.comparing((Ticket ticket) -> ticket.id().number()).reversed();
    }

    private static Row row(Ticket ticket) {
        return new Row(ticket.id(), ticket.type(), ticket.subject(), ticket.state(), ticket.priority(), ticket.requester(), ticket.owner(), ticket.opened(),
                ticket.waitingSince());
    }

    Stream<Ticket> all() {
        return ids.stream().map(id -> tickets.find(id).orElseThrow());
    }
}
