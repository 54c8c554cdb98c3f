package guichet.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.command.TicketStore.KnownMail;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Requester;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import guichet.frozen.Frozen;
import guichet.local.aws.RecordedCalls;
import guichet.local.mail.MailView;
import guichet.runtime.BatchResponse;
import guichet.runtime.MessageJson;
import guichet.runtime.NoticeMessage;
import guichet.runtime.Settings;
import guichet.runtime.SigningKeySource;
import guichet.runtime.SqsBatch;
import guichet.store.Aws;
import guichet.store.DynamoDirectory;
import guichet.store.DynamoTicketStore;
import guichet.store.FileStore;
import guichet.store.LoopTally;
import guichet.store.NoticeLedger;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import guichet.testing.AwsUser;
import guichet.testing.Endpoint;
import guichet.testing.FunctionAws;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Notifier and feedback; Quarkus runs for its templates. */
@QuarkusTest
@Tag("aws")
class NotifyFunctionTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Desk CLOUD = Desks.bundled().desk("cloud").orElseThrow();

    /** Under which SES sent the mail that {@code messages/sent.json} tells of. */
    private static final String SENT_BEFORE =
            "010201a21d5bb1bc-a7f45a2c-522e-43fe-9ca4-5c9a37858759-000000@eu-west-1.amazonses.com";

    private static final String FULL = "soft-bounce+eve@acme.example";

    private final NotifyFunction notifier = new NotifyFunction();
    private final FeedbackFunction feedback = new FeedbackFunction();
    private final AtomicReference<Instant> now = new AtomicReference<>(AT);
    private final RecordedCalls calls = new RecordedCalls();
    private final SentMails sent = new SentMails();
    private FunctionAws declared;
    private DynamoDbClient db;
    private SqsClient sqs;
    private DynamoTicketStore tickets;

    @BeforeEach
    void emptyAws() throws Exception {
        declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example", "daj.example");
        declared.environment("Notifier").forEach(System::setProperty);
        var table = Settings.required("GUICHET_TABLE");
        db = aws(declared.itself().dynamodb()).dynamoDb();
        sqs = aws(declared.itself().sqs()).client(SqsClient.builder());
        tickets = tickets(declared.itself(), db);
        wireNotifier(declared.as("Notifier"), table);
        wireFeedback(declared.as("Feedback"), table);
    }

    private void wireNotifier(AwsUser user, String table) {
        var its = aws(user.dynamodb())
                .client(DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.addExecutionInterceptor(calls)));
        var sender = new NoticeSender();
        sender.ledger = new NoticeLedger(its, table);
        notifier.tally = new LoopTally(its, table);
        sender.directory = new DynamoDirectory(its, table);
        sender.tickets = tickets(user, its);
        sender.desks = Desks.bundled();
        sender.keys = new SigningKeySource(aws(user.ssm()), Settings.required("GUICHET_KEYS"));
        sender.clock = now::get;
        sender.mailer = new SesMailer();
        sender.mailer.aws = aws(user.sesv2());
        sender.mailer.ses = sender.mailer.aws.client(SesV2Client.builder()
                .overrideConfiguration(
                        override -> override.addExecutionInterceptor(calls).addExecutionInterceptor(sent)));
        notifier.sender = sender;
        notifier.senders = new Senders(its, table);
        notifier.later = new Later();
        notifier.later.sqs = aws(user.sqs()).client(SqsClient.builder());
    }

    private void wireFeedback(AwsUser user, String table) {
        var its = aws(user.dynamodb()).dynamoDb();
        feedback.feedback = new Feedback();
        feedback.feedback.ledger = new NoticeLedger(its, table);
        feedback.feedback.senders = new Senders(its, table);
        feedback.feedback.tickets = tickets(user, its);
        feedback.feedback.desks = Desks.bundled();
        feedback.feedback.aws = aws(user.sesv2());
    }

    private static DynamoTicketStore tickets(AwsUser of, DynamoDbClient db) {
        var s3 = aws(of.s3());
        return new DynamoTicketStore(
                db,
                Settings.required("GUICHET_TABLE"),
                new FileStore(s3.s3(), s3.s3Presigner(), Settings.required("GUICHET_FILES")),
                () -> "");
    }

    private static Aws aws(Endpoint endpoint) {
        return new Aws(endpoint.region(), endpoint.credentials(), Optional.of(endpoint.uri()));
    }

    @AfterEach
    void stop() {
        declared.close();
    }

    /** A new ticket, and the message by which its requester is to hear of it. */
    private SqsBatch.Message opened(String address) {
        var by = Actor.customer(address, "", "acme");
        var requester = new Requester(by.person(), Optional.of("acme"), Optional.of("24x7"), Optional.of("fr"));
        var outcome = (Outcome.Done) new CommandHandler(tickets)
                .open(
                        CLOUD,
                        id -> Command.Open.of(by, id, "support", "Jira est lent", requester, Channel.MAIL)
                                .body(Body.of("Bonjour"))
                                .mail(new MailRef(id + "@acme.example", List.of(), "print of " + id, "raw"))
                                .build(),
                        AT,
                        Optional.empty());
        return notice(outcome.accepted().ticket(), address);
    }

    /** Its last commit's. */
    private SqsBatch.Message notice(Ticket ticket, String address) {
        var commit = db.getItem(get -> get.tableName(Settings.required("GUICHET_TABLE"))
                        .key(Map.of(
                                "pk",
                                AttributeValue.fromS("g#T#cloud#" + ticket.id().number()),
                                "sk",
                                AttributeValue.fromS("E#%09d".formatted(ticket.seq())))))
                .item();
        var body = MessageJson.write(new NoticeMessage(
                commit.get("id").s(), address, commit.get("packed").b().asByteArray()));
        return new SqsBatch.Message(
                "notice of " + ticket.id(), body, Map.of(), "arn:aws:sqs:eu-west-1:000000000000:guichet-NoticeQueue");
    }

    private BatchResponse deliver(SqsBatch.Message... messages) {
        calls.take();
        return notifier.sendNotices(new SqsBatch(List.of(messages)));
    }

    private List<SentMails.Sent> sent() {
        return sent.all();
    }

    private List<TicketEvent> events(long number) {
        return tickets.history(new TicketId("cloud", number), 0, 100).stream()
                .map(recorded -> recorded.event())
                .toList();
    }

    @Test
    void a_notice_delivered_again_later_or_beside_itself_is_sent_once() {
        var alice = opened("alice@acme.example");
        var gina = opened("gina@globex.example");
        assertEquals(BatchResponse.ALL_DONE, deliver(alice, gina, alice));
        assertEquals(BatchResponse.ALL_DONE, deliver(gina, alice));
        now.set(AT.plus(Duration.ofDays(1)));
        assertEquals(BatchResponse.ALL_DONE, deliver(alice));
        assertEquals(
                List.of(List.of("alice@acme.example"), List.of("gina@globex.example")),
                sent().stream().map(SentMails.Sent::to).toList());
    }

    @Test
    void each_mail_is_settled_and_known_by_its_id_before_the_next_is_begun() {
        deliver(opened("alice@acme.example"), opened("gina@globex.example"));
        assertEquals(
                List.of(
                        "BatchGetItem",
                        "PutItem",
                        "UpdateItem",
                        "SendEmail",
                        "BatchWriteItem",
                        "PutItem",
                        "UpdateItem",
                        "SendEmail",
                        "BatchWriteItem"),
                calls.take());
        sent().forEach(mail -> assertTrue(
                tickets.mail("cloud", mail.id() + "@eu-west-1.amazonses.com")
                        .map(KnownMail::ticket)
                        .isPresent(),
                mail.id()));
    }

    @Test
    void a_poisoned_message_harms_no_other() {
        var alice = opened("alice@acme.example");
        var stranger = MessageJson.read(alice.body(), NoticeMessage.class);
        var nobody = new SqsBatch.Message(
                "tells nobody",
                MessageJson.write(new NoticeMessage(stranger.commit(), "x@y.example", stranger.packed())),
                Map.of(),
                alice.eventSourceARN());
        var poison = new SqsBatch.Message("poison", "]", Map.of(), alice.eventSourceARN());
        var torn = new SqsBatch.Message(
                "torn",
                MessageJson.write(new NoticeMessage("x", "alice@acme.example", new byte[] {1, 2})),
                Map.of(),
                alice.eventSourceARN());
        assertEquals(BatchResponse.of(List.of("poison", "tells nobody", "torn")), deliver(poison, nobody, torn, alice));
        assertEquals(1, sent().size());
    }

    @Test
    @Tag("failing")
    void notices_that_an_earlier_version_queued_are_sent() {
        assertEquals(BatchResponse.ALL_DONE, deliver(frozen("notice"), frozen("reminder-claire")));
        assertEquals(BatchResponse.ALL_DONE, deliver(frozen("reminder-nicolas"), frozen("notice")));
        assertEquals(
                List.of(List.of("albert@acme.example"), List.of("claire@daj.example"), List.of("nicolas@daj.example")),
                sent().stream().map(SentMails.Sent::to).toList());
        var answer =
                MailView.of(declared.embedded().aws().outbox().all().getFirst()).text();
        assertTrue(answer.contains("Le disque est remplacé"), answer);
    }

    private static SqsBatch.Message frozen(String message) {
        return new SqsBatch.Message(message, Frozen.OF_2026_11.message(message), Map.of(), "arn");
    }

    @Test
    void a_notice_of_a_newer_form_comes_again_and_harms_no_other() {
        var newer = new SqsBatch.Message("newer", "{\"format\":2,\"commit\":{}}", Map.of(), "arn");
        assertEquals(BatchResponse.of(List.of("newer")), deliver(newer, opened("alice@acme.example")));
        assertEquals(1, sent().size());
    }

    @Test
    void what_ses_told_an_earlier_version_is_heard() {
        var told = new SqsBatch(List.of(frozen("sent"), frozen("bounced")));
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(told));
        assertEquals(
                "smtp; 550 5.1.1 user unknown",
                notifier.senders
                        .unreachable(Set.of("bounce+autre@acme.example"))
                        .get("bounce+autre@acme.example")
                        .reason()
                        .en());
        assertEquals(
                Optional.of(new TicketId("cloud", 9)),
                tickets.mail("cloud", SENT_BEFORE).map(KnownMail::ticket));
    }

    @Test
    @Tag("failing")
    void what_ses_will_not_take_for_now_is_queued_anew_and_then_sent_once() {
        var alice = opened("alice@acme.example");
        declared.embedded().aws().ses().throttleNext(1_000);
        assertEquals(BatchResponse.ALL_DONE, deliver(alice), "throttling uses up no receive");
        assertEquals(
                "1",
                sqs.getQueueAttributes(get -> get.queueUrl(Settings.required("GUICHET_NOTICE_QUEUE"))
                                .attributeNamesWithStrings("ApproximateNumberOfMessagesDelayed"))
                        .attributesAsStrings()
                        .get("ApproximateNumberOfMessagesDelayed"));
        declared.embedded().aws().ses().throttleNext(0);
        assertEquals(BatchResponse.ALL_DONE, deliver(alice, alice));
        assertEquals(1, sent().size());
    }

    @Test
    void of_a_batch_to_one_address_no_more_leave_than_the_cap_and_the_ticket_says_why() {
        var cap = CLOUD.mail().caps().mailsPerHour();
        var notices = new ArrayList<SqsBatch.Message>();
        for (var i = 0; i < cap + 2; i++) {
            notices.add(opened("robot@acme.example"));
        }
        assertEquals(BatchResponse.ALL_DONE, deliver(notices.toArray(SqsBatch.Message[]::new)));
        assertEquals(cap, sent().size());
        assertTrue(
                events(cap + 2).stream().anyMatch(TicketEvent.NoticeWithheld.class::isInstance),
                events(cap + 2).toString());
        var before = events(cap + 2);
        assertEquals(BatchResponse.ALL_DONE, deliver(notices.reversed().toArray(SqsBatch.Message[]::new)));
        assertEquals(cap, sent().size());
        assertEquals(before, events(cap + 2), "it is said once");
    }

    @Test
    @Tag("feedback")
    void an_address_that_came_back_is_marked_once_and_written_to_no_more() {
        deliver(opened("bounce+eve@acme.example"));
        var told = feedbackEvents();
        assertEquals(
                List.of("Bounce", "Send"),
                told.stream()
                        .map(message ->
                                MessageJson.read(message.body(), SesEvent.class).eventType())
                        .sorted()
                        .toList());
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(new SqsBatch(told.reversed())));
        assertEquals(1, unreachable());
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(new SqsBatch(told)));
        assertEquals(1, unreachable());
        assertEquals(BatchResponse.ALL_DONE, deliver(opened("bounce+eve@acme.example")));
        assertEquals(1, sent().size());
    }

    @Test
    @Tag("feedback")
    void a_full_mailbox_is_written_to_again_after_three_days_and_the_ticket_says_so_once() {
        deliver(opened(FULL));
        var told = feedbackEvents();
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(new SqsBatch(told)));
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(new SqsBatch(told.reversed())));
        assertEquals(1, unreachable());
        var over = notifier.senders.unreachable(Set.of(FULL)).get(FULL).until().orElseThrow();
        now.set(over.minusNanos(1));
        deliver(answered());
        assertEquals(1, sent().size(), "not yet");
        now.set(over);
        var again = answered();
        deliver(again, again);
        assertEquals(2, sent().size());
        deliver(answered());
        assertEquals(3, sent().size());
        assertEquals(
                1,
                events(1).stream()
                        .filter(TicketEvent.Reachable.class::isInstance)
                        .count());
    }

    @Test
    @Tag("feedback")
    void an_agent_whose_mailbox_is_gone_is_told_of_it_once_and_not_for_ever() {
        var told = opened("alice@acme.example");
        var ticket = new TicketId("cloud", 1);
        new CommandHandler(tickets)
                .change(
                        CLOUD,
                        ticket,
                        new Command.MarkUnreachable(
                                Actor.ROBOT,
                                "nadia@cloud.example",
                                DeliveryFailure.forGood(LocalizedText.same("550"), AT)),
                        AT);
        var commit = notice(tickets.find(ticket).orElseThrow(), "nadia@cloud.example");
        assertEquals(BatchResponse.ALL_DONE, deliver(told, commit));
        assertEquals(List.of("nadia@cloud.example"), sent().getLast().to());
        assertEquals(
                0,
                events(1).stream()
                        .filter(TicketEvent.Reachable.class::isInstance)
                        .count(),
                "that a mail left says nothing of whether it arrived");
    }

    private SqsBatch.Message answered() {
        var agent = Actor.agent("nadia@cloud.example", "Nadia");
        var message = new Command.AddMessage(
                agent,
                Visibility.PUBLIC,
                Channel.PORTAL,
                Body.of("Et ?"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        var outcome =
                (Outcome.Done) new CommandHandler(tickets).change(CLOUD, new TicketId("cloud", 1), message, now.get());
        return notice(outcome.accepted().ticket(), FULL);
    }

    private long unreachable() {
        return events(1).stream()
                .filter(TicketEvent.Unreachable.class::isInstance)
                .count();
    }

    private List<SqsBatch.Message> feedbackEvents() {
        var url = declared.environment("Notifier").get("GUICHET_NOTICE_QUEUE").replace("NoticeQueue", "FeedbackQueue");
        return sqs
                .receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages()
                .stream()
                .map(message -> new SqsBatch.Message(message.messageId(), message.body(), Map.of(), "arn"))
                .toList();
    }

    @Test
    @Tag("feedback")
    void a_sender_that_died_after_ses_said_yes_is_settled_by_ses_own_word() {
        var alice = opened("alice@acme.example");
        deliver(alice);
        var table = Settings.required("GUICHET_TABLE");
        // As if it had died before its record: the lease stands, and the id is unknown.
        var key = db.scan(scan -> scan.tableName(table)).items().stream()
                .filter(item -> item.get("pk").s().startsWith("g#N#"))
                .findFirst()
                .orElseThrow();
        db.deleteItem(delete -> delete.tableName(table).key(Map.of("pk", key.get("pk"), "sk", key.get("sk"))));
        new NoticeLedger(db, table).claim(noticeKey(), AT);
        var told = feedbackEvents();
        var poison = new SqsBatch.Message("poison", "not json", Map.of(), "arn");
        assertEquals(
                BatchResponse.of(List.of("poison")), feedback.hear(new SqsBatch(List.of(told.getFirst(), poison))));
        now.set(AT.plus(Duration.ofHours(1)));
        assertEquals(BatchResponse.ALL_DONE, deliver(alice));
        assertEquals(BatchResponse.ALL_DONE, feedback.hear(new SqsBatch(told)));
        assertEquals(1, sent().size());
    }

    private guichet.store.NoticeKey noticeKey() {
        return guichet.store.NoticeKey.ofTag(sent().getFirst().tags().get(SesMailer.TAG))
                .orElseThrow();
    }
}
