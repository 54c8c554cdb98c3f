package guichet.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailOutTest {
    static final String MAIL = """
        From: Support <support@cloud.example>
        To: alice@acme.example
        Bcc: hidden@acme.example
        Message-ID: <ours@cloud.example>
        Date: Thu, 1 Jan 1970 00:00:00 +0000
        References: <customer@acme.example>
          <ours@cloud.example>
        Subject: =?UTF-8?Q?R=C3=A9ponse?=

        Body with Message-ID: <untouched>
        """.replace("\n", "\r\n");

    EmbeddedAws aws;
    SesV2Client ses;
    SqsClient sqs;
    String feedback;

    @BeforeAll
    void start() throws Exception {
        aws = EmbeddedAws.start(null);
        ses = SesV2Client.builder()
                .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .applyMutation(b -> b.endpointOverride(aws.sesv2()))
                .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient.create())
                .build();
        sqs = Clients.of(SqsClient.builder(), aws.sqs());
        feedback = sqs.createQueue(q -> q.queueName("feedback")).queueUrl();
        aws.topics().subscribe("arn:topic", feedback, true);
        aws.ses().publish("notices", Set.of("send", "delivery", "bounce", "complaint"), "arn:topic");
        aws.ses().verify("cloud.example");
    }

    @BeforeEach
    void forget() {
        for (var messages = events(); !messages.isEmpty(); messages = events()) {}
    }

    @AfterAll
    void stop() {
        ses.close();
        sqs.close();
        aws.close();
    }

    @Test
    void message_id_and_date_are_replaced_and_all_else_is_left_alone() {
        var id = send(MAIL);

        var raw = new String(aws.outbox().find(id).raw(), StandardCharsets.UTF_8);
        assertTrue(raw.contains("Message-ID: <" + id + "@eu-west-1.amazonses.com>\r\n"), raw);
        assertFalse(raw.contains("Message-ID: <ours@cloud.example>"), raw);
        assertFalse(raw.contains("1970"), raw);
        assertFalse(raw.contains("hidden@"), raw);
        assertTrue(raw.contains("References: <customer@acme.example>\r\n  <ours@cloud.example>\r\n"), raw);
        assertTrue(raw.endsWith("\r\n\r\nBody with Message-ID: <untouched>\r\n"), raw);
        assertEquals(
                List.of("alice@acme.example", "hidden@acme.example"),
                aws.outbox().find(id).to());
    }

    @Test
    void the_same_mail_sent_twice_goes_out_twice() {
        var before = aws.outbox().all().size();
        send(MAIL);
        send(MAIL);

        assertEquals(before + 2, aws.outbox().all().size());
    }

    @Test
    void each_mail_is_followed_by_its_events_with_its_tags() {
        var id = ses.sendEmail(e -> e.fromEmailAddress("support@cloud.example")
                        .configurationSetName("notices")
                        .destination(d -> d.toAddresses("Bob <bounce+bob@acme.example>", "alice@acme.example"))
                        .emailTags(t -> t.name("notice").value("n-1"))
                        .content(c -> c.simple(s -> s.subject(x -> x.data("Été"))
                                .body(b -> b.text(x -> x.data("Bonjour")).html(x -> x.data("<p>Bonjour</p>"))))))
                .messageId();

        var events = events();
        assertEquals(
                Set.of("Send", "Delivery", "Bounce"),
                Set.copyOf(
                        events.stream().map(e -> e.path("eventType").asText()).toList()));
        events.forEach(e -> {
            assertEquals(id, e.path("mail").path("messageId").asText());
            assertEquals(
                    "n-1", e.path("mail").path("tags").path("notice").path(0).asText());
        });
        var bounce = events.stream()
                .filter(e -> e.has("bounce"))
                .findFirst()
                .orElseThrow()
                .path("bounce");
        assertEquals("Permanent", bounce.path("bounceType").asText());
        assertEquals(
                "bounce+bob@acme.example",
                bounce.path("bouncedRecipients").path(0).path("emailAddress").asText());
    }

    @Test
    void a_from_that_is_not_verified_is_refused() {
        var refused = assertThrows(
                MessageRejectedException.class,
                () -> send(MAIL.replace("support@cloud.example", "support@other.example")));

        assertTrue(refused.getMessage().contains("support@other.example"), refused.getMessage());
    }

    @Test
    void an_unknown_configuration_set_is_refused() {
        assertThrows(
                NotFoundException.class,
                () -> ses.sendEmail(e -> e.configurationSetName("absent")
                        .content(c -> c.raw(r -> r.data(SdkBytes.fromUtf8String(MAIL))))));
    }

    @Test
    void above_the_rate_nothing_is_sent() {
        var before = aws.outbox().all().size();
        aws.ses().throttleNext(1);

        assertThrows(TooManyRequestsException.class, () -> send(MAIL));
        assertEquals(before, aws.outbox().all().size());
        send(MAIL);
        assertEquals(before + 1, aws.outbox().all().size());
    }

    @Test
    void one_bad_event_fails_alone_on_the_bus() throws Exception {
        try (var bus = Clients.of(EventBridgeClient.builder(), aws.eventbridge())) {
            var answer = bus.putEvents(p -> p.entries(
                    e -> e.source("guichet")
                            .detailType("created")
                            .detail("{\"n\":1}")
                            .eventBusName("b"),
                    e -> e.source("guichet")
                            .detailType("created")
                            .detail("not json")
                            .eventBusName("b")));

            assertEquals(1, answer.failedEntryCount());
            assertEquals("MalformedDetail", answer.entries().get(1).errorCode());
            assertEquals(
                    1, aws.bus().events().getLast().path("detail").path("n").asInt());
        }
    }

    private String send(String mail) {
        return ses.sendEmail(e -> e.content(c -> c.raw(r -> r.data(SdkBytes.fromUtf8String(mail)))))
                .messageId();
    }

    private List<JsonNode> events() {
        return sqs.receiveMessage(r -> r.queueUrl(feedback).maxNumberOfMessages(10)).messages().stream()
                .map(m -> Http.parse(m.body().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
