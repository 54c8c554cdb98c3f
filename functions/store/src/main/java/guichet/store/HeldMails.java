package guichet.store;

import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Mails that are held (S0-02). Who decides on one hands the mail in again, and then removes it, so that dying in between loses nothing: the
 * next to ask hears what was decided, and does the rest.
 */
public final class HeldMails {
    private static final String MAIL = "held";
    private static final String DECISION = "decision";

    private final DynamoDbClient db;
    private final String table;

    public HeldMails(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** What became of a decision. */
    public sealed interface Decided {
        record Done(HeldMail mail) implements Decided {
        }

        /** Somebody was first; {@code mail.decision()} says who, and what. */
        record Before(HeldMail mail) implements Decided {
        }

        record NotHeld() implements Decided {
        }
    }

    /** @param due when it is to be told that nobody has decided. @return whether it was not held yet */
    public boolean hold(HeldMail mail, Instant due) {
        var item = Attr.item(Keys.held(mail.desk()), mail.id());
        item.put(MAIL, Attr.b(Packing.pack(Json.write(mail))));
        item.put(Keys.DUE_SHARD, Attr.s(Keys.dueShardOf(mail.id())));
        item.put(Keys.DUE_AT, Attr.s(Keys.instant(due)));
        return unless(() -> db.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")));
    }

    /** Oldest first, after that id. */
    public List<HeldMail> list(String desk, Optional<String> after, int size) {
        return db.query(query -> query.tableName(table).keyConditionExpression("pk = :pk AND sk > :after")
                .expressionAttributeValues(Map.of(":pk", Attr.s(Keys.held(desk)), ":after", Attr.s(after.orElse(" ")))).limit(size))
                .items().stream().map(HeldMails::read).toList();
    }

    public Optional<HeldMail> find(String desk, String id) {
        var found = db.getItem(get -> get.tableName(table).key(Attr.key(Keys.held(desk), id)).consistentRead(true));
        return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
    }

    public Decided decide(String desk, String id, Verdict verdict, String by, Instant at) {
        var decision = new Decision(verdict, by, at);
        var first = unless(() -> db.updateItem(update -> update.tableName(table).key(Attr.key(Keys.held(desk), id))
                .updateExpression("SET decision = :decision REMOVE dueShard, dueAt")
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(decision)")
                .expressionAttributeValues(Map.of(":decision", Attr.b(Json.write(decision))))));
        return find(desk, id).<Decided>map(mail -> first ? new Decided.Done(mail) : new Decided.Before(mail)).orElseGet(Decided.NotHeld::new);
    }

    /** Nobody decided in time. @return whether this is to be told: true once, and not if by now somebody decided */
    public boolean overdue(String desk, String id, Instant due) {
        return unless(() -> db.updateItem(update -> update.tableName(table).key(Attr.key(Keys.held(desk), id))
                .updateExpression("REMOVE dueShard, dueAt").conditionExpression("dueAt = :due")
                .expressionAttributeValues(Map.of(":due", Attr.s(Keys.instant(due))))));
    }

    /** Only after what was decided is done. */
    public void remove(String desk, String id) {
        db.deleteItem(delete -> delete.tableName(table).key(Attr.key(Keys.held(desk), id)));
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
        var mail = Json.read(Packing.unpack(Attr.bytes(item, MAIL)), HeldMail.class);
        var decision = Optional.ofNullable(item.get(DECISION)).map(_ -> Json.read(Attr.bytes(item, DECISION), Decision.class));
        return new HeldMail(mail.desk(), mail.id(), mail.sender(), mail.name(), mail.subject(), mail.at(), mail.reason(), mail.rawKey(), decision);
    }
}
