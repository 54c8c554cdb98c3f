package guichet.cli.bench;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Asks with each read what it cost, and adds that up. */
final class UnitMeter implements ExecutionInterceptor {
    private final List<String> calls = new ArrayList<>();
    private double units;

    /** @param units read; @param calls names of the requests made, in order */
    record Read(double units, List<String> calls) {}

    synchronized Read take() {
        var read = new Read(units, List.copyOf(calls));
        units = 0;
        calls.clear();
        return read;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case SdkRequest other -> other;
        };
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
        switch (context.response()) {
            case GetItemResponse get -> units += get.consumedCapacity().capacityUnits();
            case QueryResponse query -> units += query.consumedCapacity().capacityUnits();
            default -> {}
        }
    }
}
