package guichet.local;

import guichet.local.aws.EmbeddedAws;
import guichet.local.lambda.LambdaFunction;
import guichet.local.source.StreamPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Waits until nothing is on its way any more: no invocation runs, no queue holds a message, every stream is read to its
 * end.
 */
final class Settling implements AutoCloseable {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 50;
    private static final int LONGEST = 5;

    private final SqsClient sqs;
    private final Collection<LambdaFunction> functions;
    private final Map<String, String> queues;
    private final List<StreamPoller> streams;

    /** @param queues that someone reads, by name: URL; dead letters lie still */
    Settling(
            EmbeddedAws aws,
            Collection<LambdaFunction> functions,
            Map<String, String> queues,
            List<StreamPoller> streams) {
        this.sqs = SqsClient.builder()
                .endpointOverride(aws.sqs())
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        this.functions = functions;
        this.queues = queues;
        this.streams = streams;
    }

    /**
     * Two looks in a row must find nothing.
     *
     * @param patience how long what is on its way may stand still: a message that waits for its visibility timeout does
     * @return what is still on its way when nothing has moved for so long, or when that has been waited for
     *     {@value #LONGEST} times over; empty when all has settled
     */
    List<String> await(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.multipliedBy(LONGEST).toNanos();
        var standstill = System.nanoTime() + patience.toNanos();
        var before = List.<String>of();
        var pause = FIRST_PAUSE_MILLIS;
        for (var quiet = 0; quiet < 2; ) {
            var left = (Math.min(end, standstill) - System.nanoTime()) / 1_000_000;
            var busy = busy(Math.max(1, left));
            if (busy.isEmpty()) {
                quiet++;
                continue;
            }
            quiet = 0;
            if (!busy.equals(before)) {
                before = busy;
                standstill = System.nanoTime() + patience.toNanos();
            } else if (left <= 0) {
                return busy;
            }
            if (System.nanoTime() >= end) {
                return busy;
            }
            Thread.sleep(Math.min(pause, Math.max(1, left)));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
        return List.of();
    }

    private List<String> busy(long millis) throws InterruptedException {
        var busy = new ArrayList<String>();
        for (var function : functions) {
            if (function.open() > 0) {
                busy.add(function.spec().name() + " (" + function.open() + " invocations)");
            }
        }
        if (!busy.isEmpty()) {
            return busy;
        }
        queues.forEach((name, url) -> {
            var counts = sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(COUNTS))
                    .attributes();
            var sum = COUNTS.stream()
                    .mapToInt(c -> Integer.parseInt(counts.getOrDefault(c, "0")))
                    .sum();
            if (sum > 0) {
                busy.add(name + " (" + sum + " messages)");
            }
        });
        if (!busy.isEmpty()) {
            return busy;
        }
        for (var stream : streams) {
            if (!stream.awaitCaughtUp(millis)) {
                busy.add("the stream");
            }
        }
        return busy;
    }

    @Override
    public void close() {
        sqs.close();
    }
}
