package guichet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.local.aws.EmbeddedAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Whoever waits for the stack to settle is answered, also where it cannot. */
class SettlingTest {
    private EmbeddedAws aws;
    private SqsClient sqs;
    private String queue;

    @BeforeEach
    void start() throws Exception {
        aws = EmbeddedAws.start(null);
        sqs = SqsClient.builder()
                .endpointOverride(aws.sqs())
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        queue = sqs.createQueue(create -> create.queueName("slow")).queueUrl();
    }

    @AfterEach
    void stop() {
        sqs.close();
        aws.close();
    }

    private List<String> await() throws InterruptedException {
        try (var settling = new Settling(aws, List.of(), Map.of("slow", queue), List.of())) {
            return settling.await(Duration.ofSeconds(3));
        }
    }

    @Test
    void an_empty_queue_has_settled() throws Exception {
        assertEquals(List.of(), await());
    }

    /** As one of a batch that was lost with its process does. */
    @Test
    @Timeout(30)
    void a_message_that_waits_for_its_visibility_timeout_is_not_waited_for() throws Exception {
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("lost"));
        sqs.receiveMessage(receive -> receive.queueUrl(queue).visibilityTimeout(3600));
        assertEquals(List.of("slow (1 messages)"), await());
    }

    @Test
    @Timeout(30)
    void what_moves_is_waited_for_beyond_the_patience_with_what_stands_still() throws Exception {
        for (int number = 0; number < 8; number++) {
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody("one of many"));
        }
        var reader = Thread.ofVirtual().start(this::readSlowly);
        assertEquals(List.of(), await());
        reader.join();
    }

    private void readSlowly() {
        for (int number = 0; number < 8; number++) {
            var message = sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(1))
                    .messages();
            try {
                Thread.sleep(Duration.ofMillis(600));
            } catch (InterruptedException e) {
                return;
            }
            message.forEach(
                    one -> sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(one.receiptHandle())));
        }
    }
}
