package guichet.portal;

import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.TicketCommit;
import guichet.core.command.WriteResult;
import guichet.core.notice.Notice;
import guichet.core.ticket.Ticket;
import guichet.portal.list.TicketLists;
import guichet.store.TicketFilter;
import guichet.store.TicketPage;
import guichet.store.TicketQuery;
import guichet.store.TicketRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The store in memory, which also lists what it holds; a position in a list is how many rows were before it. */
final class RememberingStore extends InMemoryTicketStore implements TicketLists {
    private Runnable beforeWrite = () -> {};
    private final List<Notice> notices = new ArrayList<>();

    @Override
    public synchronized void clear() {
        super.clear();
        notices.clear();
        beforeWrite = () -> {};
    }

    /** Something that comes between the next reading and its write. */
    void onceBeforeWriting(Runnable other) {
        beforeWrite = other;
    }

    int size() {
        return tickets().size();
    }

    @Override
    public WriteResult write(List<TicketCommit> commits) {
        var other = beforeWrite;
        beforeWrite = () -> {};
        other.run();
        var written = super.write(commits);
        if (written instanceof WriteResult.Done) {
            commits.forEach(commit -> notices.addAll(commit.notices()));
        }
        return written;
    }

    /** By which texts of the desk file somebody was told, so far. */
    List<String> told(String address) {
        return notices.stream()
                .filter(notice -> notice.to().address().equals(address))
                .flatMap(notice -> Stream.concat(
                        notice.text().stream(), notice.besides().stream().map(Notice.Besides::text)))
                .toList();
    }

    @Override
    public Optional<TicketPage> list(
            TicketQuery query, TicketFilter filter, int size, String caller, Optional<String> cursor) {
        var name = query + "?" + filter;
        var from = cursor.flatMap(given -> World.CURSORS.open(caller, name, given));
        if (cursor.isPresent() && from.isEmpty()) {
            return Optional.empty();
        }
        var skip = from.map(Long::parseLong).orElse(0L);
        var rows = all().filter(ticket -> ticket.id().desk().equals(query.desk()))
                .filter(ticket -> holds(query, ticket))
                .sorted(order(query))
                .map(RememberingStore::row)
                .filter(row -> holds(filter, row))
                .skip(skip)
                .limit(size + 1L)
                .toList();
        var more = rows.size() > size;
        return Optional.of(new TicketPage(
                more ? rows.subList(0, size) : rows,
                more ? Optional.of(World.CURSORS.seal(caller, name, Long.toString(skip + size))) : Optional.empty()));
    }

    private static boolean holds(TicketQuery query, Ticket ticket) {
        return switch (query) {
            case TicketQuery.RequestedBy by -> ticket.requester().address().equals(by.address());
            case TicketQuery.OfOrganization of -> ticket.organization().equals(Optional.of(of.organization()));
            case TicketQuery.OwnedBy by ->
                ticket.owner()
                        .filter(person -> person.address().equals(by.address()))
                        .isPresent();
            case TicketQuery.Awaiting in ->
                in.queues().contains(ticket.queue()) && ticket.waitingSince().isPresent();
            case TicketQuery.All _ -> true;
        };
    }

    private static boolean holds(TicketFilter filter, TicketRow row) {
        return filter.state().map(row.state()::equals).orElse(true)
                && filter.owner()
                        .map(owner -> row.owner()
                                .filter(person -> person.address().equals(owner))
                                .isPresent())
                        .orElse(true)
                && filter.text()
                        .map(text -> (row.subject().toLowerCase(java.util.Locale.ROOT) + " " + row.id()).contains(text))
                        .orElse(true);
    }

    private static Comparator<Ticket> order(TicketQuery query) {
        return query instanceof TicketQuery.Awaiting
                ? Comparator.comparing((Ticket ticket) -> ticket.waitingSince().orElseThrow())
                        .thenComparing(ticket -> ticket.id().number())
                : Comparator.comparing((Ticket ticket) -> ticket.id().number()).reversed();
    }

    private static TicketRow row(Ticket ticket) {
        return new TicketRow(
                ticket.id(),
                ticket.type(),
                ticket.subject(),
                ticket.state(),
                ticket.priority(),
                ticket.requester(),
                ticket.owner(),
                ticket.opened(),
                ticket.waitingSince());
    }

    Stream<Ticket> all() {
        return tickets().stream().map(id -> find(id).orElseThrow());
    }
}
