package guichet.local.template;

import java.time.Duration;
import java.util.List;

/** What starts a function, with the settings of its event source mapping. */
public sealed interface EventSource {
    /**
     * @param window how long a batch may wait for more messages
     * @param partial whether the function's answer names the messages that failed
     * @param filters patterns of which one must match; none: every message
     */
    record Queue(
            String name,
            String queueName,
            String queueArn,
            int batchSize,
            Duration window,
            boolean partial,
            List<String> filters)
            implements EventSource {
        public Queue withWindow(Duration limit) {
            return new Queue(name, queueName, queueArn, batchSize, limit, partial, filters);
        }
    }

    /**
     * @param retries how often a failing batch is tried again; -1: for as long as its records live
     * @param maxAge records older than that are given up; null: never
     * @param onFailure the ARN of a bucket or queue that is told of records given up; or null
     */
    record Stream(
            String name,
            String streamArn,
            boolean fromStart,
            int batchSize,
            Duration window,
            boolean partial,
            boolean bisect,
            int retries,
            Duration maxAge,
            String onFailure,
            List<String> filters)
            implements EventSource {}

    /**
     * @param input with {@code <aws.scheduler.scheduled-time>} where the scheduled instant goes
     * @param role ARN of the role that the scheduler invokes the function in; null where SAM makes one for it
     */
    record Schedule(String name, String expression, String input, String role) implements EventSource {}
}
