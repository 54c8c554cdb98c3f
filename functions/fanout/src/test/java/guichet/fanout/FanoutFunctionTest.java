package guichet.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.desk.Channel;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import guichet.runtime.BatchResponse;
import guichet.runtime.NoticeMessage;
import guichet.runtime.Settings;
import guichet.runtime.StreamBatch;
import guichet.runtime.StreamBatch.Change;
import guichet.store.Aws;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import guichet.store.desks.Desks;
import guichet.testing.Endpoint;
import guichet.testing.FunctionAws;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

@Tag("aws")
class FanoutFunctionTest {
    private static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Blobs NO_BLOBS = new Blobs() {
        @Override
        public void put(String key, byte[] bytes) {
            throw new AssertionError("no text here is that long");
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }
    };

    private final FanoutFunction function = new FanoutFunction();
    private FunctionAws declared;
    private DynamoDbClient db;
    private SqsClient sqs;

    @BeforeEach
    void emptyAws() throws Exception {
        declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example");
        declared.environment("Fanout").forEach(System::setProperty);
        db = aws(declared.itself().dynamodb()).dynamoDb();
        sqs = aws(declared.itself().sqs()).client(SqsClient.builder());
        var fanout = declared.as("Fanout");
        function.notices = new NoticeQueues();
        function.notices.sqs = aws(fanout.sqs()).client(SqsClient.builder());
        function.bus = new CompanyBus();
        function.bus.events = aws(fanout.eventbridge()).client(EventBridgeClient.builder());
    }

    static Aws aws(Endpoint endpoint) {
        return new Aws(endpoint.region(), endpoint.credentials(), Optional.of(endpoint.uri()));
    }

    @AfterEach
    void stop() {
        declared.close();
    }

    /**
     * Opens a ticket, of which its requester is told. @return the items that the stream would carry: head, commit,
     * counter
     */
    private List<Change> opened(String subject) {
        var tickets = new DynamoTicketStore(db, Settings.required("GUICHET_TABLE"), NO_BLOBS, () -> "");
        var cloud = Desks.bundled().desk("cloud").orElseThrow();
        var requester = new Requester(ALICE.person(), Optional.of("acme"), Optional.of("24x7"), Optional.of("fr"));
        var outcome = new CommandHandler(tickets)
                .open(
                        cloud,
                        id -> Command.Open.of(ALICE, id, "support", subject, requester, Channel.MAIL)
                                .body(Body.of("Bonjour"))
                                .build(),
                        AT,
                        Optional.empty());
        return changes(((Outcome.Done) outcome).accepted().ticket().id());
    }

    private List<Change> changes(TicketId ticket) {
        return TableStream.of(db, "#" + ticket.number());
    }

    private static Change poison(String sequenceNumber) {
        return commit(sequenceNumber, new byte[] {99, 1, 2});
    }

    /** As the store packs it, without its dictionary: a deflated stream may do without. */
    private static byte[] packed(String json) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        var packed = new byte[1000];
        packed[0] = 1;
        var length = 1 + deflater.deflate(packed, 1, packed.length - 1);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static Change commit(String sequenceNumber, byte[] packed) {
        return new Change(
                "event",
                "INSERT",
                new StreamBatch.Image(
                        sequenceNumber,
                        Map.of(
                                "kind",
                                new StreamBatch.Value("commit", null),
                                "id",
                                new StreamBatch.Value("x", null),
                                "packed",
                                new StreamBatch.Value(null, packed))));
    }

    private BatchResponse deliver(List<Change> changes) {
        return function.fanout(new StreamBatch(changes));
    }

    /** What was queued since, as the notifier tells one notice from another. */
    private List<String> queued() {
        return Stream.of("GUICHET_NOTICE_QUEUE", "GUICHET_REMINDER_QUEUE")
                .flatMap(queue -> sqs
                        .receiveMessage(receive -> receive.queueUrl(Settings.required(queue))
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(0))
                        .messages()
                        .stream())
                .map(message -> NoticeMessage.FORMAT.read(message.body()))
                .map(notice -> notice.commit() + " to " + notice.to())
                .sorted()
                .toList();
    }

    private List<String> told() throws Exception {
        return declared.busEvents().stream()
                .map(event -> event.findPath("detail").toString())
                .toList();
    }

    @Test
    void a_commit_that_the_stream_repeats_is_the_same_notice_and_the_same_event() throws Exception {
        var changes = opened("Jira est lent");
        assertEquals(BatchResponse.ALL_DONE, deliver(changes));
        var once = queued();
        var event = told();
        assertEquals(1, once.size());
        assertEquals(1, event.size());
        assertEquals(BatchResponse.ALL_DONE, deliver(changes.reversed()));
        assertEquals(once, queued(), "the notifier tells by it that it is no other");
        assertEquals(event, told(), "consumers tell by its id");
        assertEquals(changes.size(), changes(new TicketId("cloud", 1)).size(), "and nothing is written");
    }

    @Test
    void what_is_not_a_new_commit_is_passed_over() throws Exception {
        var changed = opened("Jira est lent").stream()
                .map(change -> new Change(change.eventID(), "MODIFY", change.dynamodb()))
                .toList();
        assertEquals(BatchResponse.ALL_DONE, deliver(changed));
        assertEquals(
                BatchResponse.ALL_DONE,
                deliver(List.of(new Change("gone", "REMOVE", new StreamBatch.Image("1", null)))));
        assertEquals(List.of(), queued());
        assertEquals(List.of(), told());
    }

    @Test
    void a_record_that_cannot_be_read_holds_up_what_comes_after_it_and_nothing_else() throws Exception {
        var before = opened("Avant");
        var after = opened("Après");
        var batch = Stream.of(before, List.of(poison("the poison")), after)
                .flatMap(List::stream)
                .toList();
        assertEquals(BatchResponse.of(List.of("the poison")), deliver(batch));
        assertEquals(1, queued().size());
        assertEquals(1, told().size());
    }

    @Test
    void so_does_a_commit_of_a_newer_form_until_a_newer_version_reads_it() throws Exception {
        var newer = "{\"format\":2,\"ticket\":{}}";
        var batch = Stream.of(opened("Avant"), List.of(commit("newer", packed(newer))), opened("Après"))
                .flatMap(List::stream)
                .toList();
        assertEquals(BatchResponse.of(List.of("newer")), deliver(batch));
        assertEquals(1, told().size());
    }

    @Test
    @Tag("failing")
    void an_event_that_the_bus_refuses_comes_again() throws Exception {
        var changes = opened("Jira est lent");
        declared.embedded().aws().bus().failNext(1);
        assertEquals(1, deliver(changes).batchItemFailures().size());
        var once = queued();
        assertEquals(BatchResponse.ALL_DONE, deliver(changes));
        assertEquals(once, queued());
        assertEquals(1, told().size());
    }
}
