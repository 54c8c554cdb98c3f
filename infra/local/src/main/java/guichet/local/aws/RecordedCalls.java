package guichet.local.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What a client asked for, call by call, in its order: tests of what a handler costs look at it. */
public final class RecordedCalls implements ExecutionInterceptor {
    private final List<String> names = new ArrayList<>();

    @Override
    public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        names.add(context.request().getClass().getSimpleName().replace("Request", ""));
    }

    /** Since the last time that this was asked, such as {@code GetItem}. */
    public synchronized List<String> take() {
        var taken = List.copyOf(names);
        names.clear();
        return taken;
    }
}
