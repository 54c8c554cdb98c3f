package guichet.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.local.aws.RecordedCalls;
import guichet.runtime.BatchResponse;
import guichet.runtime.MessageJson;
import guichet.runtime.Settings;
import guichet.runtime.SigningKeySource;
import guichet.runtime.SqsBatch;
import guichet.store.Aws;
import guichet.store.CachedDirectory;
import guichet.store.DynamoDirectory;
import guichet.store.DynamoTicketStore;
import guichet.store.FileStore;
import guichet.store.HeldMailTable;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import guichet.testing.Endpoint;
import guichet.testing.FunctionAws;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@Tag("aws")
class InboundFunctionTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String DESK = "support@cloud.example";

    private final InboundFunction function = new InboundFunction();
    private final RecordedCalls calls = new RecordedCalls();
    private FunctionAws declared;
    private DynamoTicketStore tickets;
    private S3Client s3;

    @BeforeEach
    void emptyAws() throws Exception {
        declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example");
        var itself = declared.itself();
        var inboundMail = declared.as("InboundMail");
        s3 = aws(itself.s3()).s3();
        declared.environment("InboundMail").forEach(System::setProperty);
        var table = Settings.required("GUICHET_TABLE");
        var db = aws(inboundMail.dynamodb())
                .client(DynamoDbClient.builder()
                        .overrideConfiguration(override -> override.addExecutionInterceptor(calls)));
        var files = files(aws(inboundMail.s3()));
        tickets = new DynamoTicketStore(aws(itself.dynamodb()).dynamoDb(), table, files(aws(itself.s3())), () -> "");
        var held = new HoldInTable();
        held.mails = new HeldMailTable(db, table);
        held.senders = new Senders(db, table);
        var inbox = new Inbox();
        inbox.rawMails = new RawMails();
        inbox.rawMails.s3 = aws(inboundMail.s3()).s3();
        inbox.files = files;
        inbox.desks = Desks.bundled();
        inbox.tickets = new DynamoTicketStore(db, table, files, () -> "");
        inbox.directory = new CachedDirectory(new DynamoDirectory(db, table), () -> AT);
        inbox.held = held;
        inbox.senders = held.senders;
        inbox.keys = new SigningKeySource(aws(inboundMail.ssm()), Settings.required("GUICHET_KEYS"));
        held.desks = Desks.bundled();
        function.heldInTable = held;
        function.inbox = inbox;
        function.rawMails = inbox.rawMails;
    }

    private static Aws aws(Endpoint endpoint) {
        return new Aws(endpoint.region(), endpoint.credentials(), Optional.of(endpoint.uri()));
    }

    private static FileStore files(Aws s3) {
        return new FileStore(s3.s3(), s3.s3Presigner(), Settings.required("GUICHET_FILES"));
    }

    @AfterEach
    void stop() {
        declared.close();
    }

    private record Sent(String key, String raw) {}

    private static Sent mail(String id, String from, String subject, String... headers) {
        return new Sent(
                "inbox/" + id,
                "Authentication-Results: amazonses.com; dmarc=pass header.from=acme.example\r\nFrom: " + from
                        + "\r\nTo: " + DESK
                        + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + id
                        + "@acme.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n"
                        + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
                        + "\r\nBonjour de " + subject + "\r\n");
    }

    private void store(Sent... mails) {
        for (var mail : mails) {
            s3.putObject(
                    put -> put.bucket(Settings.required("GUICHET_INBOX")).key(mail.key()),
                    RequestBody.fromString(mail.raw()));
        }
    }

    private static SqsBatch.Message told(Sent mail) {
        var body = MessageJson.write(Map.of(
                "receipt",
                Map.of(
                        "timestamp",
                        AT.toString(),
                        "recipients",
                        List.of(DESK),
                        "action",
                        Map.of("bucketName", Settings.required("GUICHET_INBOX"), "objectKey", mail.key()))));
        return new SqsBatch.Message("message of " + mail.key(), body, Map.of(), "arn");
    }

    private BatchResponse deliver(SqsBatch.Message... messages) {
        return function.inboundMail(new SqsBatch(List.of(messages)));
    }

    private List<Ticket> stored() {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(number -> tickets.find(new TicketId("cloud", number)))
                .flatMap(Optional::stream)
                .toList();
    }

    private long messages(Ticket ticket) {
        return tickets.history(ticket.id(), 0, 100).stream()
                .filter(event -> event.event() instanceof MessageAdded)
                .count();
    }

    private boolean inInbox(Sent mail) {
        return holds("GUICHET_INBOX", mail.key());
    }

    private boolean holds(String bucket, String key) {
        return s3.listObjectsV2(list -> list.bucket(Settings.required(bucket)).prefix(key))
                .hasContents();
    }

    @Test
    void a_mail_delivered_again_once_it_has_left_the_inbox_changes_nothing() throws Exception {
        var mail = mail("first", "Alice <alice@acme.example>", "Jira est lent");
        store(mail);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(mail)));
        var once = stored();
        assertEquals(1, once.size());
        assertFalse(inInbox(mail));
        assertTrue(holds("GUICHET_FILES", "mail/first"));
        assertEquals(BatchResponse.ALL_DONE, deliver(told(mail)));
        assertEquals(once, stored());
    }

    @Test
    void a_mail_told_of_twice_in_one_batch_or_again_while_in_the_inbox_is_one_ticket() throws Exception {
        var mail = mail("first", "Alice <alice@acme.example>", "Jira est lent");
        store(mail);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(mail), told(mail)));
        var once = stored();
        assertEquals(1, once.size());
        store(mail);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(mail)));
        assertEquals(once, stored());
        assertFalse(inInbox(mail), "it is not handed in for ever");
    }

    @Test
    void replies_in_one_batch_join_whichever_comes_first() throws Exception {
        var first = mail("first", "Alice <alice@acme.example>", "Jira est lent");
        var second =
                mail("second", "Alice <alice@acme.example>", "Re: Jira est lent", "In-Reply-To: <first@acme.example>");
        var third = mail(
                "third",
                "Alice <alice@acme.example>",
                "Re: Jira est lent",
                "In-Reply-To: <second@acme.example>",
                "References: <first@acme.example> <second@acme.example>");
        store(first, second, third);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(third), told(first), told(second)));
        assertEquals(1, stored().size(), stored().toString());
        assertEquals(3, messages(stored().getFirst()));
        store(first, second, third);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(second), told(third), told(first)));
        assertEquals(3, messages(stored().getFirst()));
    }

    @Test
    void what_cannot_be_taken_comes_again_and_harms_no_other() throws Exception {
        var one = mail("one", "Alice <alice@acme.example>", "Avant");
        var two = mail("two", "Albert <albert@acme.example>", "Après");
        store(one, two);
        declared.expectDenied("s3:GetObject"); // a bucket that is not ours
        var broken = new SqsBatch.Message(
                "broken",
                MessageJson.write(Map.of(
                        "receipt",
                        Map.of(
                                "timestamp",
                                AT.toString(),
                                "recipients",
                                List.of(DESK),
                                "action",
                                Map.of("bucketName", "no-such-bucket", "objectKey", "inbox/x")))),
                Map.of(),
                "arn");
        assertEquals(
                BatchResponse.of(List.of("poison", "broken")),
                deliver(told(one), new SqsBatch.Message("poison", "not json", Map.of(), "arn"), broken, told(two)));
        assertEquals(
                List.of("Avant", "Après"),
                stored().stream().map(Ticket::subject).toList());
        assertFalse(inInbox(one) || inInbox(two));
    }

    @Test
    void what_mails_of_a_batch_ask_is_asked_for_all_of_them_at_once() throws Exception {
        var mails = LongStream.rangeClosed(1, 8)
                .mapToObj(i -> mail("m" + i, "Client " + i + " <client" + i + "@acme.example>", "Panne " + i))
                .toList();
        store(mails.toArray(Sent[]::new));
        calls.take();
        assertEquals(
                BatchResponse.ALL_DONE,
                deliver(mails.stream().map(InboundFunctionTest::told).toArray(SqsBatch.Message[]::new)));
        var made = calls.take();
        var asked =
                made.stream().filter(call -> !call.equals("TransactWriteItems")).toList();
        // Addresses that mail does not reach; ids of mails; senders; the domain's organization, once; a block of
        // numbers.
        assertEquals(List.of("BatchGetItem", "BatchGetItem", "BatchGetItem", "GetItem", "UpdateItem"), asked);
        assertEquals(8, made.stream().filter("TransactWriteItems"::equals).count());
        assertEquals(
                LongStream.rangeClosed(1, 8).boxed().toList(),
                stored().stream().map(ticket -> ticket.id().number()).toList());
    }

    @Test
    void whoever_writes_to_us_is_written_to_again() {
        var senders = new Senders(aws(declared.itself().dynamodb()).dynamoDb(), Settings.required("GUICHET_TABLE"));
        var failed = DeliveryFailure.forGood(LocalizedText.same("550"), AT.minusSeconds(60));
        var two = Set.of("alice@acme.example", "albert@acme.example");
        two.forEach(address -> senders.markUnreachable(address, failed));
        var one = mail("one", "Alice <alice@acme.example>", "Me revoilà");
        store(one);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(one), told(one)));
        assertEquals(Set.of("albert@acme.example"), senders.unreachable(two).keySet());
        senders.markUnreachable(
                "alice@acme.example", DeliveryFailure.forGood(LocalizedText.same("550"), AT.plusSeconds(60)));
        assertEquals(BatchResponse.ALL_DONE, deliver(told(one)));
        assertEquals(two, senders.unreachable(two).keySet(), "the mail of before says nothing of what failed since");
    }

    @Test
    void a_mail_too_large_to_be_read_ahead_is_taken_on_its_turn() throws Exception {
        var large = new Sent(
                "inbox/large",
                mail("large", "Alice <alice@acme.example>", "Grand").raw() + "Encore une ligne.\r\n".repeat(150_000));
        var small = mail("small", "Albert <albert@acme.example>", "Petit");
        store(large, small);
        assertEquals(BatchResponse.ALL_DONE, deliver(told(large), told(small)));
        assertEquals(
                List.of("Grand", "Petit"),
                stored().stream().map(Ticket::subject).toList());
    }
}
