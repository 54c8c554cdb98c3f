package guichet.store;

import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of a list from a position on. The position is what the list is sorted by, so that no key of the table leaves
 * this package.
 */
final class TicketSource {
    private static final int BATCH = 100;
    /** Numbers looked up in one read of all tickets; where most of them are gaps, the next read goes on. */
    private static final int NUMBERS = 200;

    private final DynamoDbClient db;
    private final String table;

    TicketSource(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    record Positioned(String position, TicketRow row) {}

    /** @param more the position to go on from; empty at the end */
    record Chunk(List<Positioned> rows, Optional<String> more) {
        static Chunk of(List<Positioned> rows, int wanted) {
            return new Chunk(
                    rows,
                    rows.size() < wanted
                            ? Optional.empty()
                            : Optional.of(rows.getLast().position()));
        }
    }

    private record Index(String name, String key, String sort, boolean ascending) {
        static final Index ORGANIZATION = new Index(Keys.BY_ORGANIZATION, Keys.ORG_KEY, Keys.ORG_SORT, false);
        static final Index REQUESTER = new Index(Keys.BY_REQUESTER, Keys.REQ_KEY, Keys.REQ_SORT, false);
        static final Index OWNER = new Index(Keys.BY_OWNER, Keys.OWNER_KEY, Keys.OWNER_SORT, false);
        static final Index QUEUE = new Index(Keys.BY_QUEUE, Keys.QUEUE_KEY, Keys.QUEUE_SORT, true);
    }

    Chunk read(TicketQuery query, Optional<String> after, int count) {
        return switch (query) {
            case TicketQuery.OfOrganization of ->
                rows(Index.ORGANIZATION, Keys.organizationIndex(of.desk(), of.organization()), after, count);
            case TicketQuery.OwnedBy by -> rows(Index.OWNER, Keys.ownerIndex(by.desk(), by.address()), after, count);
            case TicketQuery.RequestedBy by -> requestedBy(by, after, count);
            case TicketQuery.Awaiting awaiting -> awaiting(awaiting, after, count);
            case TicketQuery.All all -> all(all.desk(), after, count);
        };
    }

    private Chunk rows(Index index, String key, Optional<String> after, int count) {
        return Chunk.of(
                query(index, key, after, count).stream()
                        .map(item -> new Positioned(Attr.text(item, index.sort()), TicketRow.read(item)))
                        .toList(),
                count);
    }

    /** This index has keys alone, so that no change of a ticket rewrites it; the rows come from the heads. */
    private Chunk requestedBy(TicketQuery.RequestedBy by, Optional<String> after, int count) {
        var keys = query(Index.REQUESTER, Keys.requesterIndex(by.desk(), by.address()), after, count);
        var heads = heads(keys.stream()
                .map(item -> Keys.ticketOf(Attr.text(item, Keys.PK)).orElseThrow())
                .toList());
        var rows = heads.stream()
                .map(row -> new Positioned(Keys.byNumber(row.id()), row))
                .toList();
        return new Chunk(
                rows, keys.size() < count ? Optional.empty() : Optional.of(Attr.text(keys.getLast(), Keys.REQ_SORT)));
    }

    private Chunk awaiting(TicketQuery.Awaiting awaiting, Optional<String> after, int count) {
        var merged = awaiting.queues().stream()
                .distinct()
                .flatMap(queue ->
                        rows(Index.QUEUE, Keys.queueIndex(awaiting.desk(), queue), after, count).rows().stream())
                .sorted(Comparator.comparing(Positioned::position))
                .limit(count)
                .toList();
        return Chunk.of(merged, count);
    }

    private Chunk all(String desk, Optional<String> after, int count) {
        var next = after.map(Long::parseLong).orElseGet(() -> last(desk) + 1) - 1;
        var rows = new ArrayList<Positioned>();
        for (var read = 0; read < NUMBERS && next > 0 && rows.size() < count; ) {
            var size = Math.min(Math.min(BATCH, NUMBERS - read), count - rows.size());
            var lowest = Math.max(1, next - size + 1);
            var numbers = LongStream.rangeClosed(lowest, next)
                    .mapToObj(number -> new TicketId(desk, number))
                    .toList();
            heads(numbers.reversed()).forEach(row -> rows.add(new Positioned(Keys.byNumber(row.id()), row)));
            read += numbers.size();
            next = lowest - 1;
        }
        return new Chunk(rows, next > 0 ? Optional.of(Keys.byNumber(new TicketId(desk, next + 1))) : Optional.empty());
    }

    private long last(String desk) {
        var counter = db.getItem(get -> get.tableName(table).key(Attr.key(Keys.counter(desk), Keys.ALONE)));
        return counter.hasItem() ? Attr.number(counter.item(), "last") : 0;
    }

    private List<Map<String, AttributeValue>> query(Index index, String key, Optional<String> after, int count) {
        var values = new HashMap<>(Map.of(":key", Attr.s(key)));
        after.ifPresent(position -> values.put(":after", Attr.s(position)));
        return db.query(query -> query.tableName(table)
                        .indexName(index.name())
                        .limit(count)
                        .scanIndexForward(index.ascending())
                        .keyConditionExpression("#key = :key"
                                + (after.isEmpty()
                                        ? ""
                                        : index.ascending() ? " AND #sort > :after" : " AND #sort < :after"))
                        .expressionAttributeNames(
                                after.isEmpty()
                                        ? Map.of("#key", index.key())
                                        : Map.of("#key", index.key(), "#sort", index.sort()))
                        .expressionAttributeValues(values))
                .items();
    }

    /** The rows of those that are there, in the order given. */
    private List<TicketRow> heads(List<TicketId> ids) {
        var found = new HashMap<TicketId, TicketRow>();
        BatchRead.eventually(db, table)
                .items(ids.stream()
                        .map(id -> Attr.key(Keys.ticket(id), Keys.ALONE))
                        .toList())
                .stream()
                .map(TicketRow::read)
                .forEach(row -> found.put(row.id(), row));
        return ids.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }
}
