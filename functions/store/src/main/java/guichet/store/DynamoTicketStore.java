package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.command.TicketStore;
import guichet.core.command.WriteResult;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.store.Transaction.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Tickets in the table. A commit is one conditional transaction: who loses a race hears what he lost to, and nothing is
 * written by halves.
 *
 * <p>A write whose outcome was never heard (a timeout after success) is recognised by its id, and counts as done.
 */
public final class DynamoTicketStore implements TicketStore {
    private static final int PAGE = 20;

    private final DynamoDbClient db;
    private final String table;
    private final Blobs blobs;
    private final Supplier<String> trace;
    private final Backoff backoff;
    private final MailClaims claims;
    private final IdempotencyKeys requests;

    /** @param trace the trace that what is written belongs to, since streams break traces; empty for none */
    public DynamoTicketStore(DynamoDbClient db, String table, Blobs blobs, Supplier<String> trace) {
        this(db, table, blobs, trace, Backoff.JITTER);
    }

    DynamoTicketStore(DynamoDbClient db, String table, Blobs blobs, Supplier<String> trace, Backoff backoff) {
        this.db = db;
        this.table = table;
        this.blobs = blobs;
        this.trace = trace;
        this.backoff = backoff;
        this.claims = new MailClaims(db, table);
        this.requests = new IdempotencyKeys(db, table);
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return get(Attr.key(Keys.ticket(id), Keys.ALONE)).map(HeadItem::read);
    }

    /**
     * What is known of these tickets, as they are now: empty for one that is not there. One whose head cannot be read
     * is left out, so that it fails whoever asks for it alone, and nobody else.
     */
    Map<TicketId, Optional<Ticket>> findAll(Collection<TicketId> ids) {
        var items = BatchRead.consistently(db, table)
                .items(ids.stream()
                        .map(id -> Attr.key(Keys.ticket(id), Keys.ALONE))
                        .toList())
                .stream()
                .collect(Collectors.toMap(item -> Attr.text(item, Keys.PK), Function.identity()));
        var found = new HashMap<TicketId, Optional<Ticket>>();
        for (var id : ids) {
            var item = items.get(Keys.ticket(id));
            try {
                found.put(id, Optional.ofNullable(item).map(HeadItem::read));
            } catch (UnreadableItemException | NewerFormatException e) {
                // Said when it is asked for.
            }
        }
        return found;
    }

    @Override
    public long nextNumber(String desk) {
        return nextNumbers(desk, 1);
    }

    /** Takes so many numbers. @return the first; the others follow it */
    long nextNumbers(String desk, int count) {
        var updated = db.updateItem(update -> update.tableName(table)
                .key(Attr.key(Keys.counter(desk), Keys.ALONE))
                .updateExpression("ADD #last :count")
                .expressionAttributeNames(Map.of("#last", "last"))
                .expressionAttributeValues(Map.of(":count", Attr.n(count)))
                .returnValues(ReturnValue.UPDATED_NEW));
        return Attr.number(updated.attributes(), "last") - count + 1;
    }

    /** @param item empty for a commit without events, which only sets right when its ticket is due */
    private record Writing(TicketCommit commit, Optional<CommitItem> item) {}

    @Override
    public WriteResult write(List<TicketCommit> commits) {
        var all = commits.stream()
                .map(commit -> new Writing(
                        commit,
                        commit.events().isEmpty() ? Optional.empty() : Optional.of(CommitItem.of(commit, trace.get()))))
                .toList();
        all.forEach(one -> one.item()
                .ifPresent(made -> made.texts()
                        .ifPresent(texts ->
                                blobs.put(LargeBodies.key(one.commit().after().id(), made.id()), texts))));
        var steps = all.stream().flatMap(one -> steps(one).stream()).toList();
        try {
            var refused = new Transaction<WriteResult>(db, backoff).run(steps);
            return refused.isEmpty() || isWritten(all)
                    ? new WriteResult.Done()
                    : refused.get().refused().get();
        } catch (SdkException unheard) {
            if (isWritten(all)) {
                return new WriteResult.Done();
            }
            throw unheard;
        }
    }

    private List<Step<WriteResult>> steps(Writing one) {
        var commit = one.commit();
        var steps = new ArrayList<Step<WriteResult>>();
        commit.key().map(key -> requests.remember(key, commit.after())).ifPresent(steps::add);
        steps.addAll(claims.of(commit));
        steps.add(head(commit));
        one.item()
                .ifPresent(made -> steps.add(
                        new Step<>(put(made.item(), "attribute_not_exists(pk)", Map.of()), WriteResult.Stale::new)));
        return steps;
    }

    private Step<WriteResult> head(TicketCommit commit) {
        var head = HeadItem.of(commit);
        return commit.before()
                .map(before -> {
                    var values = commit.timer()
                            .map(due -> Map.of(":v", Attr.n(before.seq()), ":due", Attr.s(Keys.instant(due))))
                            .orElseGet(() -> Map.of(":v", Attr.n(before.seq())));
                    return new Step<WriteResult>(
                            put(head, commit.timer().isPresent() ? "v = :v AND dueAt = :due" : "v = :v", values),
                            WriteResult.Stale::new);
                })
                .orElseGet(() ->
                        new Step<>(put(head, "attribute_not_exists(pk)", Map.of()), WriteResult.NumberTaken::new));
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .build())
                .build();
    }

    private boolean isWritten(List<Writing> all) {
        return all.stream()
                .allMatch(one -> one.item()
                        .flatMap(made -> get(Attr.key(
                                        Keys.ticket(one.commit().after().id()),
                                        Keys.commit(one.commit().after().seq())))
                                .filter(there ->
                                        Attr.text(there, StoredCommit.ID).equals(made.id())))
                        .isPresent());
    }

    @Override
    public Optional<WriteResult.Repeated> repeated(TicketCommit.IdempotencyKey key, Instant now) {
        return requests.find(key, now);
    }

    @Override
    public List<RecordedEvent> history(TicketId id, long fromSeq, int limit) {
        return commits(id, fromSeq, limit).stream()
                .flatMap(commit -> (commit.cut().isEmpty() ? commit : whole(commit)).events().stream())
                .filter(recorded -> recorded.seq() >= fromSeq)
                .map(RecordedEvent::listed)
                .toList();
    }

    /** The commits that hold the events from a seq on, oldest first. */
    public List<StoredCommit> commits(TicketId id, long fromSeq, int limit) {
        var found = new ArrayList<StoredCommit>();
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk",
                        Attr.s(Keys.ticket(id)),
                        ":from",
                        Attr.s(Keys.commit(Math.max(0, fromSeq))),
                        ":to",
                        Attr.s("E#~")))
                .consistentRead(true)
                .limit(Math.min(limit, PAGE))
                .build();
        while (found.size() < limit) {
            var page = db.query(query);
            page.items().stream()
                    .map(StoredCommit::read)
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (page.lastEvaluatedKey().isEmpty()) {
                break;
            }
            query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        }
        return found;
    }

    /** A commit with its bodies whole, as they were written. */
    public StoredCommit whole(StoredCommit commit) {
        if (commit.elsewhere().isEmpty()) {
            return commit;
        }
        var key = LargeBodies.key(commit.ticket().id(), commit.id());
        var texts =
                blobs.get(key).orElseThrow(() -> new IllegalStateException("the texts of a commit are gone: " + key));
        return new StoredCommit(
                commit.id(),
                commit.ticket(),
                LargeBodies.join(commit.events(), LargeBodies.unpack(texts)),
                commit.notices(),
                commit.withheld(),
                List.of(),
                List.of());
    }

    @Override
    public Optional<Body> body(TicketId id, long seq) {
        return commits(id, seq, 1).stream()
                .flatMap(commit -> whole(commit).events().stream())
                .filter(recorded -> recorded.seq() == seq)
                .map(RecordedEvent::event)
                .filter(MessageAdded.class::isInstance)
                .map(event -> ((MessageAdded) event).body())
                .findFirst();
    }

    @Override
    public Optional<KnownMail> mail(String desk, String messageId) {
        return claims.find(desk, messageId);
    }

    /** What is known of these Message-IDs, by id. */
    Map<String, KnownMail> mails(String desk, Collection<String> messageIds) {
        return claims.findAll(desk, messageIds);
    }

    @Override
    public void rememberSent(TicketId ticket, String messageId, String to) {
        claims.rememberSent(ticket, messageId, to);
    }

    private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
        var found = db.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }
}
