package guichet.store;

import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.command.WriteResult;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.store.Transaction.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Requests of clients that were carried out, by their idempotency key, for two days. The table forgets late, so the
 * time is looked at too.
 */
final class IdempotencyKeys {
    static final Duration KEPT = Duration.ofDays(2);
    private static final String TICKET = "ticket";
    private static final String BODY = "body";

    private final DynamoDbClient db;
    private final String table;

    IdempotencyKeys(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    Optional<WriteResult.Repeated> find(IdempotencyKey key, Instant now) {
        var found = db.getItem(get -> get.tableName(table)
                .key(Attr.key(Keys.request(key.scope(), key.key()), Keys.ALONE))
                .consistentRead(true));
        return found.hasItem() && Attr.number(found.item(), Keys.EXPIRES) > now.getEpochSecond()
                ? Optional.of(new WriteResult.Repeated(
                        TicketId.parse(Attr.text(found.item(), TICKET)).orElseThrow(),
                        Attr.text(found.item(), BODY).equals(key.bodyHash())))
                : Optional.empty();
    }

    Step<WriteResult> remember(IdempotencyKey key, Ticket ticket) {
        var now = ticket.lastAt();
        var item = Attr.item(Keys.request(key.scope(), key.key()), Keys.ALONE);
        item.put(TICKET, Attr.s(ticket.id().toString()));
        Attr.put(item, BODY, key.bodyHash());
        item.put(Keys.EXPIRES, Attr.n(now.plus(KEPT).getEpochSecond()));
        var put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR expires <= :now")
                .expressionAttributeValues(Map.of(":now", Attr.n(now.getEpochSecond())))
                .build();
        return new Step<>(
                TransactWriteItem.builder().put(put).build(),
                () -> find(key, now).<WriteResult>map(repeated -> repeated).orElseGet(WriteResult.Stale::new));
    }
}
