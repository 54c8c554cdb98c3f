package guichet.store;

import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Mails that are held (S0-02). A decision is written together with what it says of the sender, and makes the mail due
 * at once: the next sweep carries it out. So whoever dies in between loses nothing. What was carried out stays for a
 * while, so that a late delivery of the same mail is not held anew.
 */
public final class HeldMailTable {
    private static final System.Logger LOG = System.getLogger(HeldMailTable.class.getName());
    private static final String MAIL = "held";
    private static final String DECISION = "decision";
    static final Format<HeldMail> FORMAT = ItemJson.format("held mail", HeldMail.class);
    static final Format<Decision> DECISION_FORMAT = ItemJson.format("decision on a held mail", Decision.class);
    /** Longer than any delivery of the same mail can be late. */
    private static final Duration REMEMBERED = Duration.ofDays(45);

    private final DynamoDbClient db;
    private final String table;
    private final Transaction<String> deciding;

    public HeldMailTable(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
        this.deciding = new Transaction<>(db, Backoff.JITTER);
    }

    /** What became of a decision. */
    public sealed interface Decided {
        record Done(HeldMail mail) implements Decided {}

        /** Somebody was first; {@code mail.decision()} says who, and what. */
        record Before(HeldMail mail) implements Decided {}

        record NotHeld() implements Decided {}
    }

    /** @param due when it is to be told that nobody has decided. @return whether it was not held yet */
    public boolean hold(HeldMail mail, Instant due) {
        var item = Attr.item(Keys.held(mail.desk()), mail.id());
        item.put(MAIL, Attr.b(Packing.pack(FORMAT.write(mail))));
        item.put(Keys.DUE_SHARD, Attr.s(Keys.dueShardOf(mail.id())));
        item.put(Keys.DUE_AT, Attr.s(Keys.instant(due)));
        return unless(() ->
                db.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")));
    }

    /** Those that wait for a decision, oldest first, after that id. */
    public List<HeldMail> list(String desk, Optional<String> after, int size) {
        var waiting = new ArrayList<HeldMail>();
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND sk > :after")
                .filterExpression("attribute_not_exists(decision)")
                .expressionAttributeValues(Map.of(":pk", Attr.s(Keys.held(desk)), ":after", Attr.s(after.orElse(" "))));
        for (var page : db.queryPaginator(query.build())) {
            page.items().stream()
                    .flatMap(item -> readable(item).stream())
                    .limit(size - waiting.size())
                    .forEach(waiting::add);
            if (waiting.size() == size) {
                break;
            }
        }
        return waiting;
    }

    /** One that cannot be read hides no other from whoever decides. */
    private static Optional<HeldMail> readable(Map<String, AttributeValue> item) {
        try {
            return Optional.of(read(item));
        } catch (UnreadableItemException | NewerFormatException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Optional.empty();
        }
    }

    public Optional<HeldMail> find(String desk, String id) {
        var found = db.getItem(
                get -> get.tableName(table).key(Attr.key(Keys.held(desk), id)).consistentRead(true));
        return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
    }

    /** Of two who decide at once one does, and the other hears of it. */
    public Decided decide(String desk, String id, Verdict verdict, String by, Instant at) {
        var found = find(desk, id);
        if (found.isEmpty()) {
            return new Decided.NotHeld();
        }
        if (found.get().decision().isPresent()) {
            return new Decided.Before(found.get());
        }
        var decision = new Decision(verdict, by, at);
        var steps = new ArrayList<Transaction.Step<String>>();
        steps.add(new Transaction.Step<>(
                TransactWriteItem.builder()
                        .update(update -> update.tableName(table)
                                .key(Attr.key(Keys.held(desk), id))
                                .updateExpression("SET decision = :decision, dueShard = :shard, dueAt = :now")
                                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(decision)")
                                .expressionAttributeValues(Map.of(
                                        ":decision",
                                        Attr.b(DECISION_FORMAT.write(decision)),
                                        ":shard",
                                        Attr.s(Keys.dueShardOf(id)),
                                        ":now",
                                        Attr.s(Keys.instant(at)))))
                        .build(),
                () -> "decided"));
        // A mail that names no sender tells nothing of the next one.
        if (verdict.isForGood() && !found.get().sender().isBlank()) {
            var standing = Senders.item(desk, found.get().sender(), new Senders.Standing(verdict.letsIn(), by, at));
            steps.add(new Transaction.Step<>(
                    TransactWriteItem.builder()
                            .put(put -> put.tableName(table).item(standing))
                            .build(),
                    () -> "sender"));
        }
        var refused = deciding.run(steps);
        return refused.isEmpty()
                ? new Decided.Done(found.get().with(Optional.of(decision)))
                : find(desk, id).<Decided>map(Decided.Before::new).orElseGet(Decided.NotHeld::new);
    }

    /**
     * What was due then is done: what was decided is on its way, or it was told that nobody has decided.
     *
     * @return whether it was still to be done: true once, and not if by now somebody decided
     */
    public boolean settle(String desk, String id, Instant due) {
        return unless(() -> db.updateItem(update -> update.tableName(table)
                .key(Attr.key(Keys.held(desk), id))
                .updateExpression("REMOVE dueShard, dueAt")
                .conditionExpression("dueAt = :due")
                .expressionAttributeValues(Map.of(":due", Attr.s(Keys.instant(due))))));
    }

    /** Only after what was decided is done. */
    public void forget(HeldMail mail, Instant at) {
        db.updateItem(update -> update.tableName(table)
                .key(Attr.key(Keys.held(mail.desk()), mail.id()))
                .updateExpression("SET expires = :expires")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(
                        Map.of(":expires", Attr.n(at.plus(REMEMBERED).getEpochSecond()))));
    }

    private static boolean unless(Runnable conditional) {
        try {
            conditional.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static HeldMail read(Map<String, AttributeValue> item) {
        return UnreadableItemException.orThrow("the held mail " + Attr.text(item, Keys.SK), () -> {
            var mail = FORMAT.read(Packing.unpack(Attr.bytes(item, MAIL)));
            return mail.with(
                    Optional.ofNullable(item.get(DECISION)).map(_ -> DECISION_FORMAT.read(Attr.bytes(item, DECISION))));
        });
    }
}
