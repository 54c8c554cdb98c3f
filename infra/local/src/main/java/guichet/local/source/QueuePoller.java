package guichet.local.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.aws.EmbeddedAws;
import guichet.local.lambda.LambdaFunction;
import guichet.local.lambda.Outcome;
import guichet.local.template.EventSource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An SQS event source mapping: batches a queue's messages into a function and deletes those that did not fail. The
 * others come back when their visibility timeout is over, and the queue's redrive policy counts.
 */
public final class QueuePoller implements AutoCloseable {
    private static final int MOST_AT_ONCE = 10;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final EventSource.Queue source;
    private final LambdaFunction function;
    private final Rudeness rudeness;
    private final EventFilter filter;
    private final SqsClient sqs;
    private final String url;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private QueuePoller(EventSource.Queue source, LambdaFunction function, URI endpoint, Rudeness rudeness) {
        this.source = source;
        this.function = function;
        this.rudeness = rudeness;
        this.filter = new EventFilter(source.filters());
        this.sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        c -> c.retryStrategy(software.amazon.awssdk.retries.DefaultRetryStrategy.doNotRetry()))
                .build();
        this.url = sqs.getQueueUrl(q -> q.queueName(source.queueName())).queueUrl();
    }

    /** Starts a poller for each of the function's processes. */
    public static QueuePoller start(
            EventSource.Queue source, LambdaFunction function, URI endpoint, Rudeness rudeness) {
        var poller = new QueuePoller(source, function, endpoint, rudeness);
        for (var i = 0; i < function.spec().processes(); i++) {
            poller.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("queue-" + source.name() + "-" + i)
                    .start(poller::run));
        }
        return poller;
    }

    private void run() {
        while (!closed) {
            try {
                var messages = receive();
                if (!messages.isEmpty()) {
                    deliver(messages);
                }
            } catch (SdkException | IOException | ExecutionException e) {
                pauseAfter(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pauseAfter(Exception e) {
        if (!closed) {
            System.getLogger("guichet.local").log(System.Logger.Level.WARNING, source.name() + ": " + e.getMessage());
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
        }
    }

    /** A whole batch, or as much of one as came within the batching window. */
    private List<Message> receive() {
        var messages = new ArrayList<>(receive(source.batchSize(), LONGEST_WAIT_SECONDS));
        var deadline = System.nanoTime() + source.window().toNanos();
        while (!messages.isEmpty() && messages.size() < source.batchSize() && !closed) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            messages.addAll(receive(source.batchSize() - messages.size(), (int)
                    Math.min(LONGEST_WAIT_SECONDS, Math.ceilDiv(left, 1_000_000_000L))));
        }
        return messages;
    }

    private List<Message> receive(int most, int waitSeconds) {
        var received = sqs.receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(Math.min(MOST_AT_ONCE, most))
                        .waitTimeSeconds(waitSeconds)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
        var kept = new ArrayList<Message>();
        for (var message : received) {
            if (rudeness.keepsBack(Integer.parseInt(
                    message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")))) {
                sqs.changeMessageVisibility(c ->
                        c.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(1));
            } else {
                kept.add(message);
            }
        }
        return kept;
    }

    private void deliver(List<Message> received) throws IOException, InterruptedException, ExecutionException {
        var wanted = new ArrayList<ObjectNode>();
        var done = new ArrayList<Message>();
        for (var message : rudeness.order(received)) {
            var record = QueueEvents.record(message, source.queueArn());
            if (filter.takes(QueueEvents.forFilter(record))) {
                wanted.add(record);
            } else {
                done.add(message);
            }
        }
        if (!wanted.isEmpty()) {
            var ids = wanted.stream().map(r -> r.get("messageId").asText()).toList();
            var event = QueueEvents.event(wanted);
            var outcome = function.invoke(event).get();
            if (rudeness.twice() && outcome instanceof Outcome.Answered) {
                function.invoke(event).get();
            }
            var failed = BatchAnswer.failed(outcome, source.partial(), ids);
            received.stream()
                    .filter(m -> ids.contains(m.messageId()) && !failed.contains(m.messageId()))
                    .forEach(done::add);
        }
        delete(done);
    }

    private void delete(List<Message> messages) {
        for (var from = 0; from < messages.size(); from += MOST_AT_ONCE) {
            var entries = messages.subList(from, Math.min(messages.size(), from + MOST_AT_ONCE)).stream()
                    .map(m -> DeleteMessageBatchRequestEntry.builder()
                            .id(m.messageId())
                            .receiptHandle(m.receiptHandle())
                            .build())
                    .toList();
            sqs.deleteMessageBatch(d -> d.queueUrl(url).entries(entries));
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
