package guichet.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Takes the store's transactions for new tickets and writes their heads by twenty-five; ticket numbers come by the
 * thousand.
 */
final class BulkWriter implements DynamoDbClient {
    private static final int BATCH = 25;
    private static final int NUMBERS = 1_000;

    private final DynamoDbClient db;
    private final String table;
    private final List<WriteRequest> waiting = new ArrayList<>();
    private long next;
    private long last = -1;

    BulkWriter(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest counting) {
        if (next > last) {
            var block = Map.of(":count", AttributeValue.fromN(Integer.toString(NUMBERS)));
            last = Long.parseLong(db.updateItem(counting.toBuilder()
                            .expressionAttributeValues(block)
                            .build())
                    .attributes()
                    .get("last")
                    .n());
            next = last - NUMBERS + 1;
        }
        return UpdateItemResponse.builder()
                .attributes(Map.of("last", AttributeValue.fromN(Long.toString(next++))))
                .build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest transaction) {
        transaction.transactItems().stream()
                .map(item -> item.put().item())
                .filter(item -> item.containsKey("head"))
                .forEach(item -> waiting.add(
                        WriteRequest.builder().putRequest(put -> put.item(item)).build()));
        if (waiting.size() >= BATCH) {
            flush();
        }
        return TransactWriteItemsResponse.builder().build();
    }

    void flush() {
        while (!waiting.isEmpty()) {
            var some = waiting.subList(0, Math.min(BATCH, waiting.size()));
            var left = db.batchWriteItem(write -> write.requestItems(Map.of(table, List.copyOf(some))))
                    .unprocessedItems();
            some.clear();
            left.values().forEach(waiting::addAll);
        }
    }

    @Override
    public String serviceName() {
        return db.serviceName();
    }

    @Override
    public void close() {
        // The client is its owner's.
    }
}
