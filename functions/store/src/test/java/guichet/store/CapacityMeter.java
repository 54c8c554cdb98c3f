package guichet.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What the calls of a client cost, as the table itself says: asks every call for its consumed capacity, and adds it up. */
final class CapacityMeter implements ExecutionInterceptor {
    private double read;
    private double write;
    private final Map<String, Double> byIndex = new TreeMap<>();

    /** Since the last one. @param byIndex write units of each index that was written, read units of each that was read */
    record Units(double read, double write, Map<String, Double> byIndex) {
        Units plus(Units other) {
            var sum = new TreeMap<>(byIndex);
            other.byIndex.forEach((index, units) -> sum.merge(index, units, Double::sum));
            return new Units(read + other.read, write + other.write, sum);
        }
    }

    synchronized Units take() {
        var units = new Units(read, write, Map.copyOf(byIndex));
        read = 0;
        write = 0;
        byIndex.clear();
        return units;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var all = ReturnConsumedCapacity.INDEXES;
        return switch (context.request()) {
            case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(all).build();
            case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(all).build();
            case QueryRequest query -> query.toBuilder().returnConsumedCapacity(all).build();
            case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(all).build();
            case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(all).build();
            case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(all).build();
            case TransactWriteItemsRequest write -> write.toBuilder().returnConsumedCapacity(all).build();
            case SdkRequest other -> other;
        };
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case GetItemResponse get -> read(Stream.of(get.consumedCapacity()));
            case BatchGetItemResponse get -> read(get.consumedCapacity().stream());
            case QueryResponse query -> read(Stream.of(query.consumedCapacity()));
            case PutItemResponse put -> write(List.of(put.consumedCapacity()));
            case UpdateItemResponse update -> write(List.of(update.consumedCapacity()));
            case DeleteItemResponse delete -> write(List.of(delete.consumedCapacity()));
            case TransactWriteItemsResponse written -> write(written.consumedCapacity());
            default -> { }
        }
    }

    private void read(Stream<ConsumedCapacity> consumed) {
        consumed.forEach(capacity -> {
            read += capacity.capacityUnits();
            capacity.globalSecondaryIndexes().forEach((index, units) -> byIndex.merge(index, units.capacityUnits(), Double::sum));
        });
    }

    private void write(List<ConsumedCapacity> consumed) {
        consumed.forEach(capacity -> {
            write += capacity.capacityUnits();
            capacity.globalSecondaryIndexes().forEach((index, units) -> byIndex.merge(index, units.capacityUnits(), Double::sum));
        });
    }
}
