package guichet.store;

import guichet.core.ticket.TicketId;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What is due: the one query of a sweep. It reads only what is due, and lists without deciding. */
public final class DueIndex {
    public static final int SHARDS = Keys.DUE_SHARDS;
    private static final System.Logger LOG = System.getLogger(DueIndex.class.getName());
    private static final String PARKED = "parked";

    private final DynamoDbClient db;
    private final String table;

    public DueIndex(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** Something that is due. */
    public sealed interface Item {
        Instant due();

        /** What it is, for people. */
        String name();
    }

    public record DueTicket(TicketId ticket, Instant due) implements Item {
        @Override
        public String name() {
            return ticket.toString();
        }
    }

    /** A mail that nobody has decided on in time. */
    public record DueHeldMail(String desk, String id, Instant due) implements Item {
        @Override
        public String name() {
            return "held mail " + id + " of desk " + desk;
        }
    }

    /** Something that was due and could not be handled. @param why as it was said then */
    public record Parked(Item item, String why) {}

    /**
     * What is due at that instant or before in that shard (0 to {@link #SHARDS} - 1), earliest first, at most
     * {@code limit}.
     */
    public List<Item> due(int shard, Instant at, int limit) {
        return listed(Keys.dueShard(shard), at, limit).stream()
                .flatMap(item -> item(item).stream())
                .toList();
    }

    /** What was parked, earliest due first. */
    public List<Parked> parked(int limit) {
        return listed(Keys.PARKED_SHARD, Instant.MAX, limit).stream()
                .flatMap(listed -> item(listed).stream())
                .map(item -> new Parked(item, why(item)))
                .toList();
    }

    /** An index projects keys alone. */
    private String why(Item item) {
        var found = db.getItem(get -> get.tableName(table).key(key(item)));
        return found.hasItem() ? Attr.text(found.item(), PARKED) : "";
    }

    /**
     * Takes it off the sweeps' list, to be looked at by people: what cannot be handled today cannot be handled in a
     * minute either. Whatever happens to the ticket puts it back on the list by itself.
     *
     * @return whether it was still due then
     */
    public boolean park(Item item, String why) {
        return move(item, shard(item), Keys.PARKED_SHARD, "SET dueShard = :to, " + PARKED + " = :why", why);
    }

    /** Puts it back on the list: the next sweep takes it up. @return whether it was still parked */
    public boolean unpark(Item item) {
        return move(item, Keys.PARKED_SHARD, shard(item), "SET dueShard = :to REMOVE " + PARKED, "");
    }

    private boolean move(Item item, String from, String to, String update, String why) {
        var values = new HashMap<>(
                Map.of(":from", Attr.s(from), ":to", Attr.s(to), ":due", Attr.s(Keys.instant(item.due()))));
        if (!why.isEmpty()) {
            values.put(":why", Attr.s(why));
        }
        try {
            db.updateItem(call -> call.tableName(table)
                    .key(key(item))
                    .updateExpression(update)
                    .conditionExpression("dueShard = :from AND dueAt = :due")
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException meanwhile) {
            return false;
        }
    }

    private static String shard(Item item) {
        return switch (item) {
            case DueTicket ticket -> Keys.dueShardOf(ticket.ticket().toString());
            case DueHeldMail mail -> Keys.dueShardOf(mail.id());
        };
    }

    private static Map<String, AttributeValue> key(Item item) {
        return switch (item) {
            case DueTicket ticket -> Attr.key(Keys.ticket(ticket.ticket()), Keys.ALONE);
            case DueHeldMail mail -> Attr.key(Keys.held(mail.desk()), mail.id());
        };
    }

    private List<Map<String, AttributeValue>> listed(String shard, Instant at, int limit) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var query = QueryRequest.builder()
                .tableName(table)
                .indexName(Keys.BY_DUE)
                .keyConditionExpression("dueShard = :shard AND dueAt <= :at")
                .expressionAttributeValues(Map.of(":shard", Attr.s(shard), ":at", Attr.s(Keys.instant(at))))
                .limit(limit)
                .build();
        while (true) {
            var page = db.query(query);
            page.items().stream().limit(limit - found.size()).forEach(found::add);
            if (page.lastEvaluatedKey().isEmpty() || found.size() >= limit) {
                return found;
            }
            query = query.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .limit(limit - found.size())
                    .build();
        }
    }

    /** Empty for what this version does not know: one that wrote it does. */
    private static Optional<Item> item(Map<String, AttributeValue> item) {
        var pk = Attr.text(item, Keys.PK);
        try {
            var due = Instant.parse(Attr.text(item, Keys.DUE_AT));
            var known = Keys.ticketOf(pk)
                    .<Item>map(ticket -> new DueTicket(ticket, due))
                    .or(() -> Keys.heldDeskOf(pk).map(desk -> new DueHeldMail(desk, Attr.text(item, Keys.SK), due)));
            if (known.isEmpty()) {
                LOG.log(Level.WARNING, "something else is due: {0}", pk);
            }
            return known;
        } catch (DateTimeException e) {
            LOG.log(Level.ERROR, "{0} is due at no time: {1}", pk, e.getMessage());
            return Optional.empty();
        }
    }
}
