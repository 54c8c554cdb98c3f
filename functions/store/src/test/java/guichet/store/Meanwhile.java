package guichet.store;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Something that comes between what was read and the first transaction that is written on it. */
final class Meanwhile implements ExecutionInterceptor {
    private Runnable happens;

    Meanwhile(Runnable happens) {
        this.happens = happens;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest) {
            var now = happens;
            happens = () -> {};
            now.run();
        }
    }
}
