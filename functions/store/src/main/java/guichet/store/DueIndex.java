package guichet.store;

import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What is due: the one query of a sweep. It reads only what is due, and lists without deciding. */
public final class DueIndex {
    public static final int SHARDS = Keys.DUE_SHARDS;

    private final DynamoDbClient db;
    private final String table;

    public DueIndex(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** Something that is due. */
    public sealed interface Item {
        Instant due();
    }

    public record DueTicket(TicketId ticket, Instant due) implements Item {}

    /** A mail that nobody has decided on in time. */
    public record DueHeldMail(String desk, String id, Instant due) implements Item {}

    /**
     * What is due at that instant or before in that shard (0 to {@link #SHARDS} - 1), earliest first, at most
     * {@code limit}.
     */
    public List<Item> due(int shard, Instant at, int limit) {
        var found = new ArrayList<Item>();
        var query = QueryRequest.builder()
                .tableName(table)
                .indexName(Keys.BY_DUE)
                .keyConditionExpression("dueShard = :shard AND dueAt <= :at")
                .expressionAttributeValues(
                        Map.of(":shard", Attr.s(Keys.dueShard(shard)), ":at", Attr.s(Keys.instant(at))))
                .limit(limit)
                .build();
        while (true) {
            var page = db.query(query);
            page.items().stream()
                    .limit(limit - found.size())
                    .map(DueIndex::item)
                    .forEach(found::add);
            if (page.lastEvaluatedKey().isEmpty() || found.size() >= limit) {
                return found;
            }
            query = query.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .limit(limit - found.size())
                    .build();
        }
    }

    private static Item item(Map<String, AttributeValue> item) {
        var pk = Attr.text(item, Keys.PK);
        var due = Instant.parse(Attr.text(item, Keys.DUE_AT));
        return Keys.ticketOf(pk)
                .<Item>map(ticket -> new DueTicket(ticket, due))
                .or(() -> Keys.heldDeskOf(pk).map(desk -> new DueHeldMail(desk, Attr.text(item, Keys.SK), due)))
                .orElseThrow(() -> new IllegalStateException("something else is due: " + pk));
    }
}
