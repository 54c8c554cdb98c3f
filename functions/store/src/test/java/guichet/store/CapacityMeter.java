package guichet.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What the calls of a client cost: asks every call for its consumed capacity, index by index, and adds it up.
 *
 * <p>DynamoDB Local (3.3) counts transactions wrongly: of the table it counts one item, whatever their number
 * (awslabs/amazon-dynamodb-local-samples issue 31). So the table's units of a transaction are counted here, by the
 * documented rule: two for each begun kilobyte of each item. And it doubles the units of indexes, which are written
 * after the transaction and outside it; here they count once. {@code worst} has them doubled, should AWS do so too.
 */
final class CapacityMeter implements ExecutionInterceptor {
    private static final int KB = 1024;

    private double read;
    private double table;
    private double worst;
    private final Map<String, Double> indexes = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();

    /**
     * @param write all write units, those of indexes included
     * @param worst the same, if indexes cost double in a transaction
     * @param indexes write units of each index
     * @param calls names of the requests made
     */
    record Units(double read, double write, double worst, Map<String, Double> indexes, List<String> calls) {}

    synchronized Units take() {
        var written = table
                + indexes.values().stream().mapToDouble(Double::doubleValue).sum();
        var units = new Units(read, written, worst, new TreeMap<>(indexes), List.copyOf(calls));
        read = 0;
        table = 0;
        worst = 0;
        indexes.clear();
        calls.clear();
        return units;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var all = ReturnConsumedCapacity.INDEXES;
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(all).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(all).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(all).build();
            case BatchWriteItemRequest write ->
                write.toBuilder().returnConsumedCapacity(all).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(all).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(all).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(all).build();
            case TransactWriteItemsRequest write ->
                write.toBuilder().returnConsumedCapacity(all).build();
            case SdkRequest other -> other;
        };
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
        switch (context.response()) {
            case GetItemResponse get -> read(List.of(get.consumedCapacity()));
            case BatchGetItemResponse get -> read(get.consumedCapacity());
            case QueryResponse query -> read(List.of(query.consumedCapacity()));
            case BatchWriteItemResponse write -> write.consumedCapacity().forEach(this::written);
            case PutItemResponse put -> written(put.consumedCapacity());
            case UpdateItemResponse update -> written(update.consumedCapacity());
            case DeleteItemResponse delete -> written(delete.consumedCapacity());
            case TransactWriteItemsResponse done ->
                transaction(((TransactWriteItemsRequest) context.request()).transactItems(), done.consumedCapacity());
            default -> {}
        }
    }

    private void read(List<ConsumedCapacity> consumed) {
        consumed.forEach(capacity -> read += capacity.capacityUnits());
    }

    private void written(ConsumedCapacity capacity) {
        table += capacity.table().capacityUnits();
        worst += capacity.capacityUnits();
        capacity.globalSecondaryIndexes()
                .forEach((index, units) -> indexes.merge(index, units.capacityUnits(), Double::sum));
    }

    private void transaction(List<TransactWriteItem> items, List<ConsumedCapacity> consumed) {
        var units = items.stream()
                .mapToDouble(item -> 2 * Math.ceilDiv(size(item), KB))
                .sum();
        table += units;
        worst += units;
        consumed.forEach(capacity -> capacity.globalSecondaryIndexes().forEach((index, doubled) -> {
            indexes.merge(index, doubled.capacityUnits() / 2, Double::sum);
            worst += doubled.capacityUnits();
        }));
    }

    /** Of what is put; the few attributes that our updates set never fill a kilobyte. */
    private static int size(TransactWriteItem item) {
        return item.put() == null ? 1 : ItemSize.of(item.put().item());
    }
}
