package guichet.store;

import guichet.core.text.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Which notices went out. The mail service has no idempotency of its own, so whoever sends one first takes a lease on
 * it: a redelivered notice is sent once, and only one whose sender died between the service's acceptance and our record
 * may go out twice.
 */
public final class NoticeLedger {
    public static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(45);
    private static final String UNTIL = "until";
    private static final String TRIES = "tries";
    private static final String SENT = "sent";
    private static final String SENT_AT = "sentAt";

    private final DynamoDbClient db;
    private final String table;
    private final Duration lease;

    public NoticeLedger(DynamoDbClient db, String table) {
        this(db, table, LEASE);
    }

    /**
     * @param lease how long whoever claims a notice has it alone; longer than any sender may take, or it goes out twice
     */
    public NoticeLedger(DynamoDbClient db, String table, Duration lease) {
        this.db = db;
        this.table = table;
        this.lease = lease;
    }

    public Duration lease() {
        return lease;
    }

    /** What whoever wants to send a notice is told. */
    public sealed interface Claim {
        /** Send it, now. @param tries 1, or more when an earlier lease ran out: that one may have gone out too */
        record Yours(long tries) implements Claim {}

        /** Somebody is at it; come back. */
        record Busy(Instant until) implements Claim {}

        /**
         * Somebody was at it and never said how it ended: wait for the mail service's own word, then {@link #takeOver}.
         */
        record Expired(Instant until, long tries) implements Claim {}

        /** It went out, under this id. */
        record Sent(String messageId) implements Claim {}
    }

    public Claim claim(NoticeKey key, Instant now) {
        var item = Attr.item(key.pk(), key.sk());
        item.put(UNTIL, Attr.s(Keys.instant(now.plus(lease))));
        item.put(TRIES, Attr.n(1));
        item.put(Keys.EXPIRES, Attr.n(now.plus(KEPT).getEpochSecond()));
        try {
            db.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return new Claim.Yours(1);
        } catch (ConditionalCheckFailedException taken) {
            return standing(key, now);
        }
    }

    /** Of several who take over one expired lease, one gets it. */
    public Claim takeOver(NoticeKey key, Claim.Expired expired, Instant now) {
        try {
            db.updateItem(update -> update.tableName(table)
                    .key(key(key))
                    .updateExpression("SET #until = :until, tries = :tries")
                    .conditionExpression("#until = :expired AND attribute_not_exists(sent)")
                    .expressionAttributeNames(Map.of("#until", UNTIL))
                    .expressionAttributeValues(Map.of(
                            ":until",
                            Attr.s(Keys.instant(now.plus(lease))),
                            ":tries",
                            Attr.n(expired.tries() + 1),
                            ":expired",
                            Attr.s(Keys.instant(expired.until())))));
            return new Claim.Yours(expired.tries() + 1);
        } catch (ConditionalCheckFailedException e) {
            return standing(key, now);
        }
    }

    /**
     * It went out, says whoever holds the lease: the notice is settled and its mail known by its id, in one call, so
     * that one process dies with one mail in flight at most. Neither write has a condition: the lease was ours, and the
     * service gives no id twice.
     *
     * @param to the address that it was sent to
     */
    public void settle(NoticeKey key, String messageId, String to, Instant now) {
        var settled = Attr.item(key.pk(), key.sk());
        settled.put(SENT, Attr.s(messageId));
        settled.put(SENT_AT, Attr.at(now));
        settled.put(Keys.EXPIRES, Attr.n(now.plus(KEPT).getEpochSecond()));
        new BatchWrite(db, table).put(List.of(settled, MailClaims.sent(key.ticket(), messageId, MailAddress.kept(to))));
    }

    /**
     * It was withheld, or went out, as the mail service's own event says; the first word stands. @return whether this
     * was the first
     */
    public boolean sent(NoticeKey key, String messageId, Instant now) {
        try {
            db.updateItem(update -> update.tableName(table)
                    .key(key(key))
                    .updateExpression("SET sent = :id, sentAt = :now")
                    .conditionExpression("attribute_exists(pk) AND attribute_not_exists(sent)")
                    .expressionAttributeValues(Map.of(":id", Attr.s(messageId), ":now", Attr.at(now))));
            return true;
        } catch (ConditionalCheckFailedException saidBeforeOrForgotten) {
            return false;
        }
    }

    /** Those of these notices that nobody has settled yet. Only a hint: {@link #sent} decides. */
    public Set<NoticeKey> unsettled(Collection<NoticeKey> keys) {
        var settled = BatchRead.eventually(db, table)
                .only("pk, sk, sent")
                .items(keys.stream().map(NoticeLedger::key).toList())
                .stream()
                .filter(item -> item.containsKey(SENT))
                .map(item -> Attr.key(Attr.text(item, Keys.PK), Attr.text(item, Keys.SK)))
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> !settled.contains(key(key))).collect(Collectors.toSet());
    }

    /** The mail service refused it for now (throttling): nothing went out, and the next delivery may try at once. */
    public void release(NoticeKey key) {
        try {
            db.deleteItem(
                    delete -> delete.tableName(table).key(key(key)).conditionExpression("attribute_not_exists(sent)"));
        } catch (ConditionalCheckFailedException sent) {
            // It did go out.
        }
    }

    private Claim standing(NoticeKey key, Instant now) {
        return find(key, now).orElse(new Claim.Busy(now));
    }

    /**
     * How it stands with a notice, without laying hands on it; empty where nobody has tried, or so long ago that it is
     * forgotten.
     */
    Optional<Claim> find(NoticeKey key, Instant now) {
        var found = db.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true));
        if (!found.hasItem()) {
            return Optional.empty();
        }
        var item = found.item();
        if (item.containsKey(SENT)) {
            return Optional.of(new Claim.Sent(Attr.text(item, SENT)));
        }
        var until = Instant.parse(Attr.text(item, UNTIL));
        return Optional.of(
                until.isAfter(now) ? new Claim.Busy(until) : new Claim.Expired(until, Attr.number(item, TRIES)));
    }

    private static Map<String, AttributeValue> key(NoticeKey key) {
        return Attr.key(key.pk(), key.sk());
    }
}
