package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.aws.EmbeddedAws;
import guichet.store.Aws;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class DeadCommandTest {
    @TempDir
    Path logs;

    private EmbeddedAws aws;
    private SqsClient sqs;
    private String dead;
    private String read;

    @BeforeEach
    void start() throws Exception {
        aws = EmbeddedAws.start(null);
        sqs = Aws.at(aws.sqs()).client(SqsClient.builder());
        dead = sqs.createQueue(create -> create.queueName("guichet-DueQueueDead"))
                .queueUrl();
        var arn = sqs.getQueueAttributes(get -> get.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        read = sqs.createQueue(create -> create.queueName("guichet-DueQueue")
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":3}")))
                .queueUrl();
    }

    @AfterEach
    void stop() {
        sqs.close();
        aws.close();
    }

    private String send(String queue, String body) {
        return sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body)).messageId();
    }

    private List<String> printed(Instant now) {
        var out = new StringWriter();
        DeadCommand.run(sqs, "guichet-", new FunctionLogs(logs), now, new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    @Test
    void dead_letters_are_listed_with_queue_age_what_they_are_about_and_why_as_the_log_says() throws Exception {
        send(read, "{\"at\": \"x\", \"due\": []}");
        var id = send(dead, "{\"at\": \"2026-03-02T09:00:00Z\", \"due\": [{\"ticket\": \"cloud-7\", \"due\": \"x\"}]}");
        Files.writeString(
                logs.resolve("DueWorker.log"),
                "2026-03-02T09:00:00Z ERROR [g.r.Batch] message " + id + " failed: the first time\n"
                        + "2026-03-02T09:00:00Z ERROR [g.r.Batch] message " + id
                        + " failed: no desk: it failed\n\tat x\n");
        var lines = printed(Instant.now().plusSeconds(3 * 3600 + 120));
        assertEquals(List.of("DueQueueDead  3 h 2 min  due: cloud-7  no desk: it failed"), lines);
    }

    @Test
    void looking_takes_nothing_out_and_shows_all_of_many() {
        for (int number = 0; number < 25; number++) {
            send(dead, "{\"due\": [{\"ticket\": \"cloud-" + number + "\"}]}");
        }
        assertEquals(25, printed(Instant.now()).size());
        assertEquals(25, printed(Instant.now()).stream().distinct().count(), "at once again");
    }

    @Test
    void without_a_word_in_the_log_the_message_is_named_as_a_log_would_name_it() {
        var id = send(dead, "no JSON\n\t");
        assertEquals(
                List.of("DueQueueDead  0 min  unreadable: no JSON  the log names it " + id), printed(Instant.now()));
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        assertEquals(List.of("no dead letters"), printed(Instant.now()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"letIn\": {\"desk\": \"cloud\", \"id\": \"h1\"}} | a held mail that was let in, cloud h1",
                "{\"again\": {\"bucket\": \"b\", \"key\": \"inbox/m1\"}} | a mail, inbox/m1",
                "{\"receipt\": {\"action\": {\"objectKey\": \"inbox/m2\"}}, \"mail\": {\"source\": \"a@b.example\"}} | a mail, inbox/m2 from a@b.example",
                "{\"eventType\": \"Bounce\", \"mail\": {\"messageId\": \"s1\"}} | SES's word of a mail that went out: Bounce, s1",
                "{\"commit\": \"c\", \"to\": \"a@b.example\", \"packed\": \"AAAA\"} | a notice to a@b.example",
                "{\"requestPayload\": {\"at\": \"2026-03-02T09:00:00Z\"}} | a sweep, 2026-03-02T09:00:00Z",
                "{\"other\": 1} | unknown: {\"other\": 1}",
            })
    void each_kind_of_message_says_what_it_is_about(String body, String about) {
        assertEquals(about, new DeadLetter("q", "id", Instant.EPOCH, body).about());
    }

    @Test
    void what_failed_for_good_says_why_itself() {
        var letter = new DeadLetter(
                "SweepFailures",
                "id",
                Instant.EPOCH,
                "{\"requestPayload\": {}, \"responsePayload\": {\"errorMessage\": \"the table is away\"}}");
        assertTrue(letter.error().orElseThrow().contains("the table is away"));
    }
}
