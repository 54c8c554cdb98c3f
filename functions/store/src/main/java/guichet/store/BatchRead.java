package guichet.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Items by their keys, a hundred a call. What the table leaves unread is asked for again, a few times. */
final class BatchRead {
    private static final int MOST = 100;
    private static final int ATTEMPTS = 5;

    private final DynamoDbClient db;
    private final String table;
    private final KeysAndAttributes how;

    private BatchRead(DynamoDbClient db, String table, KeysAndAttributes how) {
        this.db = db;
        this.table = table;
        this.how = how;
    }

    /** Half a read unit for each begun 4 KB; good for what only hints. */
    static BatchRead eventually(DynamoDbClient db, String table) {
        return new BatchRead(db, table, KeysAndAttributes.builder().build());
    }

    /** A read unit for each begun 4 KB; for what decides. */
    static BatchRead consistently(DynamoDbClient db, String table) {
        return new BatchRead(
                db, table, KeysAndAttributes.builder().consistentRead(true).build());
    }

    BatchRead only(String attributes) {
        return new BatchRead(
                db, table, how.toBuilder().projectionExpression(attributes).build());
    }

    /** Those that are there, in no order. @throws IllegalStateException if the table does not keep up */
    List<Map<String, AttributeValue>> items(Collection<Map<String, AttributeValue>> keys) {
        var distinct = keys.stream().distinct().toList();
        var found = new ArrayList<Map<String, AttributeValue>>();
        for (var from = 0; from < distinct.size(); from += MOST) {
            read(distinct.subList(from, Math.min(distinct.size(), from + MOST)), found);
        }
        return found;
    }

    private void read(List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> found) {
        var wanted = Map.of(table, how.toBuilder().keys(keys).build());
        for (var attempt = 1; !wanted.isEmpty(); attempt++) {
            var request = wanted;
            var answer = db.batchGetItem(get -> get.requestItems(request));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            wanted = answer.unprocessedKeys();
            if (!wanted.isEmpty()) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(
                            "the table does not keep up: items left unread after " + ATTEMPTS + " attempts");
                }
                Backoff.JITTER.pause(attempt);
            }
        }
    }
}
