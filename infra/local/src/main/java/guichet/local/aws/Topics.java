package guichet.local.aws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What SNS does for us: hands a notification to each subscribed queue, in its envelope or raw. */
public final class Topics implements AutoCloseable {
    private record Subscription(String queueUrl, boolean raw) {}

    private final SqsClient sqs;
    private final Map<String, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    Topics(URI sqs) {
        this.sqs = SqsClient.builder()
                .endpointOverride(sqs)
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                // Whoever hands something in waits for this: a queue that cannot keep it must say so soon.
                .overrideConfiguration(
                        c -> c.apiCallTimeout(Duration.ofSeconds(10)).retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /** @param raw whether the queue gets the message itself instead of SNS's envelope around it */
    public void subscribe(String topicArn, String queueUrl, boolean raw) {
        subscriptions
                .computeIfAbsent(topicArn, t -> new CopyOnWriteArrayList<>())
                .add(new Subscription(queueUrl, raw));
    }

    /** Returns once every queue has the message. */
    public void publish(String topicArn, String subject, String message) {
        for (var subscription : subscriptions.getOrDefault(topicArn, List.of())) {
            var body = subscription.raw() ? message : envelope(topicArn, subject, message);
            sqs.sendMessage(m -> m.queueUrl(subscription.queueUrl()).messageBody(body));
        }
    }

    private static String envelope(String topicArn, String subject, String message) {
        return Http.JSON
                .createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", UUID.randomUUID().toString())
                .put("TopicArn", topicArn)
                .put("Subject", subject)
                .put("Message", message)
                .put("Timestamp", Instant.now().toString())
                .put("SignatureVersion", "1")
                .toString();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
