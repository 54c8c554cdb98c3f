package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.command.TicketStore;
import guichet.core.command.WriteResult;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tickets for the length of one batch of a queue: what will be asked for is read ahead, consistently, by one call, and
 * numbers are taken by the block.
 *
 * <p>Whatever was read ahead is told once; who asks again, since a write on it was refused, or after a write of this
 * batch that touched it, hears what the table says by then. So a decision may rest on what is some seconds old, as long
 * as it is written on condition that this still holds, as all of {@link DynamoTicketStore#write} is. For one thread.
 */
public final class TicketBatch implements TicketStore {
    private final DynamoTicketStore tickets;
    private final Map<TicketId, Optional<Ticket>> heads = new HashMap<>();
    private final Map<MailId, Optional<KnownMail>> mails = new HashMap<>();
    private final Map<String, Integer> expected = new HashMap<>();
    private final Map<String, Deque<Long>> numbers = new HashMap<>();

    private record MailId(String desk, String messageId) {}

    public TicketBatch(DynamoTicketStore tickets) {
        this.tickets = tickets;
    }

    public void readAhead(Collection<TicketId> ids) {
        heads.putAll(tickets.findAll(Set.copyOf(ids)));
    }

    /** @return what is known of these Message-IDs at the desk; an id that is missing is not known */
    public Map<String, KnownMail> readAhead(String desk, Collection<String> messageIds) {
        var known = tickets.mails(desk, messageIds);
        messageIds.forEach(id -> mails.put(new MailId(desk, id), Optional.ofNullable(known.get(id))));
        return known;
    }

    /**
     * So many tickets will probably be opened: the first to ask for a number takes as many. What is left over is a gap.
     */
    public void expect(String desk, int opened) {
        expected.merge(desk, opened, Integer::sum);
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        var ahead = heads.remove(id);
        return ahead == null ? tickets.find(id) : ahead;
    }

    @Override
    public Optional<KnownMail> mail(String desk, String messageId) {
        var ahead = mails.remove(new MailId(desk, messageId));
        return ahead == null ? tickets.mail(desk, messageId) : ahead;
    }

    @Override
    public long nextNumber(String desk) {
        var block = numbers.computeIfAbsent(desk, _ -> new ArrayDeque<>());
        if (block.isEmpty()) {
            var count = Math.max(1, Optional.ofNullable(expected.remove(desk)).orElse(1));
            var first = tickets.nextNumbers(desk, count);
            for (var i = 0; i < count; i++) {
                block.add(first + i);
            }
        }
        return block.remove();
    }

    @Override
    public WriteResult write(List<TicketCommit> commits) {
        commits.forEach(this::forget);
        return tickets.write(commits);
    }

    private void forget(TicketCommit commit) {
        var ticket = commit.after().id();
        heads.remove(ticket);
        commit.mails().forEach(mail -> {
            mails.remove(new MailId(ticket.desk(), mail.messageId()));
            mail.claims().forEach(id -> mails.remove(new MailId(ticket.desk(), id)));
        });
    }

    @Override
    public void rememberSent(TicketId ticket, String messageId, String to) {
        mails.remove(new MailId(ticket.desk(), messageId));
        tickets.rememberSent(ticket, messageId, to);
    }

    @Override
    public Optional<WriteResult.Repeated> repeated(TicketCommit.IdempotencyKey key, Instant now) {
        return tickets.repeated(key, now);
    }

    @Override
    public List<RecordedEvent> history(TicketId id, long fromSeq, int limit) {
        return tickets.history(id, fromSeq, limit);
    }

    @Override
    public Optional<Body> body(TicketId id, long seq) {
        return tickets.body(id, seq);
    }
}
