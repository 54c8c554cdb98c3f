package guichet.store;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Items put by one call, without conditions, at most 25: one write unit a kilobyte, where a transaction takes two. Not
 * whole or nothing.
 */
final class BatchWrite {
    private static final int ATTEMPTS = 6;

    private final DynamoDbClient db;
    private final String table;

    BatchWrite(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /**
     * What the table did not take is put again. @throws IllegalStateException if it does not keep up; some may be
     * written then
     */
    void put(List<Map<String, AttributeValue>> items) {
        var wanted = Map.of(
                table,
                items.stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(item))
                                .build())
                        .toList());
        for (var attempt = 1; !wanted.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new IllegalStateException(
                        "the table does not keep up: items left unwritten after " + ATTEMPTS + " attempts");
            }
            if (attempt > 1) {
                Backoff.JITTER.pause(attempt - 1);
            }
            var request = wanted;
            wanted = db.batchWriteItem(write -> write.requestItems(request)).unprocessedItems();
        }
    }
}
