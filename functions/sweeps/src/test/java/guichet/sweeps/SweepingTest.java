package guichet.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Requester;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.frozen.Frozen;
import guichet.frozen.Lost;
import guichet.runtime.BatchResponse;
import guichet.runtime.Settings;
import guichet.runtime.SqsBatch;
import guichet.store.Aws;
import guichet.store.DueIndex;
import guichet.store.DynamoTicketStore;
import guichet.store.FileStore;
import guichet.store.HeldMail;
import guichet.store.HeldMailTable;
import guichet.store.desks.Desks;
import guichet.sweeps.SweepFunction.Input;
import guichet.testing.AwsUser;
import guichet.testing.Endpoint;
import guichet.testing.FunctionAws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sweep and due-worker, on tickets whose customer has been silent for three days. */
@Tag("aws")
class SweepingTest {
    private static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    private static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant THREE_DAYS_LATER =
            MONDAY.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(1));
    private static final Frozen FROZEN = Frozen.OF_2026_11;
    private static final Desk CLOUD = Desks.bundled().desk("cloud").orElseThrow();

    private final SweepFunction sweep = new SweepFunction();
    private final DueFunction due = new DueFunction();
    private FunctionAws declared;
    private DynamoDbClient db;
    private SqsClient sqs;
    private S3Client s3;
    private DynamoTicketStore tickets;
    private DueIndex index;

    @BeforeEach
    void emptyAws() throws Exception {
        declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example");
        declared.environment("Sweep").forEach(System::setProperty);
        var itself = declared.itself();
        sqs = aws(itself.sqs()).client(SqsClient.builder());
        s3 = aws(itself.s3()).s3();
        db = aws(itself.dynamodb()).dynamoDb();
        tickets = tickets(itself);
        var sweeper = declared.as("Sweep");
        var ofSweep = aws(sweeper.dynamodb()).dynamoDb();
        var table = Settings.required("GUICHET_TABLE");
        var queues = aws(sweeper.sqs()).client(SqsClient.builder());
        sweep.dueTickets = new DueTickets();
        sweep.dueTickets.sqs = queues;
        sweep.dueTickets.index = new DueIndex(ofSweep, table);
        sweep.dueTickets.heldMails = new DueHeldMails();
        sweep.dueTickets.heldMails.sqs = queues;
        sweep.dueTickets.heldMails.held = new HeldMailTable(ofSweep, table);
        sweep.staleInbox = new StaleInbox();
        sweep.staleInbox.s3 = aws(sweeper.s3()).s3();
        sweep.staleInbox.sqs = queues;
        due.desks = Desks.bundled();
        sweep.dueTickets.parking = new Parking();
        sweep.dueTickets.parking.index = sweep.dueTickets.index;
        var worker = declared.as("DueWorker");
        due.tickets = tickets(worker);
        due.parking = new Parking();
        due.parking.index = new DueIndex(aws(worker.dynamodb()).dynamoDb(), table);
        index = new DueIndex(db, table);
    }

    private static DynamoTicketStore tickets(AwsUser of) {
        var s3 = aws(of.s3());
        return new DynamoTicketStore(
                aws(of.dynamodb()).dynamoDb(),
                Settings.required("GUICHET_TABLE"),
                new FileStore(s3.s3(), s3.s3Presigner(), "unused"),
                () -> "");
    }

    private static Aws aws(Endpoint endpoint) {
        return new Aws(endpoint.region(), endpoint.credentials(), Optional.of(endpoint.uri()));
    }

    @AfterEach
    void stop() {
        declared.close();
    }

    private Ticket silent() {
        var handler = new CommandHandler(tickets);
        var requester = new Requester(ALICE.person(), Optional.of("acme"), Optional.of("24x7"), Optional.of("fr"));
        var opened = (Outcome.Done) handler.open(
                CLOUD,
                id -> Command.Open.of(ALICE, id, "support", "Jira est lent", requester, Channel.MAIL)
                        .body(Body.of("Bonjour"))
                        .build(),
                MONDAY,
                Optional.empty());
        var asked = handler.change(
                CLOUD,
                opened.accepted().ticket().id(),
                new Command.Transition(NADIA, "attente-client", Optional.of(Body.of("Quelle version ?")), Map.of()),
                MONDAY);
        return ((Outcome.Done) asked).accepted().ticket();
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.id()).orElseThrow();
    }

    private List<SqsBatch.Message> queued(String queue) {
        return sqs
                .receiveMessage(receive -> receive.queueUrl(Settings.required(queue))
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(0))
                .messages()
                .stream()
                .map(message -> new SqsBatch.Message(message.messageId(), message.body(), Map.of(), "arn"))
                .toList();
    }

    @Test
    void a_sweep_that_comes_twice_queues_the_same_and_each_ticket_is_reminded_once() {
        var ticket = silent();
        var first = sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        var second = sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        assertEquals(1, first.queued());
        assertEquals(first, second);
        assertEquals(ticket, now(ticket), "a sweep itself changes nothing");
        var messages = queued("GUICHET_DUE_QUEUE");
        assertEquals(2, messages.size());

        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(messages)));
        var reminded = now(ticket);
        assertTrue(reminded.seq() > ticket.seq());
        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(messages.reversed())));
        assertEquals(reminded, now(ticket));
        assertEquals(1, reminders(ticket));
        assertEquals(0, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).queued(), "it is no longer due");
    }

    private long reminders(Ticket ticket) {
        return tickets.commits(ticket.id(), 0, 100).stream()
                .filter(commit ->
                        commit.events().stream().noneMatch(event -> event.by().isPerson()))
                .flatMap(commit -> commit.notices().stream())
                .filter(notice -> notice.to().address().equals(ALICE.address()))
                .count();
    }

    @Test
    void a_late_repeat_of_an_old_sweep_fires_nothing() {
        var ticket = silent();
        sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        var old = queued("GUICHET_DUE_QUEUE");
        due.due(new SqsBatch(old));
        sweep.sweep(new Input(
                MONDAY.plus(Duration.ofDays(6)).plus(Duration.ofMinutes(1)).toString()));
        due.due(new SqsBatch(queued("GUICHET_DUE_QUEUE")));
        var twice = now(ticket);
        assertEquals(2, reminders(ticket));
        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(old)));
        assertEquals(twice, now(ticket));
        assertEquals(
                0, sweep.sweep(new Input(MONDAY.toString())).queued(), "and a sweep from the past finds nothing due");
    }

    @Test
    void a_poisoned_message_and_a_ticket_that_is_gone_harm_no_other() {
        var ticket = silent();
        sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        var batch = new ArrayList<SqsBatch.Message>();
        batch.add(new SqsBatch.Message("poison", "{\"at\": 7", Map.of(), "arn"));
        batch.add(message("no desk", new TicketId("nowhere", 1)));
        batch.add(message("no ticket", new TicketId("cloud", 99)));
        batch.addAll(queued("GUICHET_DUE_QUEUE"));
        assertEquals(BatchResponse.of(List.of("poison")), due.due(new SqsBatch(batch)));
        assertEquals(1, reminders(ticket));
    }

    /** A head like that of the first ticket, which has been due for long. */
    private void lay(String pk, byte[] head) {
        var table = Settings.required("GUICHET_TABLE");
        var item = new HashMap<>(db.getItem(get -> get.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS("g#T#cloud#1"), "sk", AttributeValue.fromS("A"))))
                .item());
        item.put("pk", AttributeValue.fromS(pk));
        item.put("dueAt", AttributeValue.fromS("2020-01-01T00:00:00.000000000Z"));
        item.put(
                "dueShard",
                AttributeValue.fromS(
                        "g#D#" + Integer.toHexString(Math.floorMod(name(pk).hashCode(), DueIndex.SHARDS))));
        if (head.length > 0) {
            item.put("head", AttributeValue.fromB(SdkBytes.fromByteArray(head)));
        }
        db.putItem(put -> put.tableName(table).item(item));
    }

    private static String name(String pk) {
        return pk.substring("g#T#".length()).replace('#', '-');
    }

    @Test
    void what_cannot_be_handled_is_parked_once_and_keeps_no_neighbour_from_its_timer() {
        var ticket = silent();
        lay("g#T#retired#4711", new byte[0]); // a desk that is no longer deployed
        lay("g#T#cloud#4712", new byte[] {1, 2, 3}); // a head that nobody can read
        assertEquals(3, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).queued());
        var messages = queued("GUICHET_DUE_QUEUE");
        assertEquals(1, messages.size(), "all of them in one");
        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(messages)));
        assertEquals(1, reminders(ticket));
        var parked = index.parked(10);
        assertEquals(
                List.of("cloud-4712", "retired-4711"),
                parked.stream().map(found -> found.item().name()).sorted().toList());
        assertTrue(parked.stream().anyMatch(found -> found.why().contains("no desk retired")), parked.toString());
        assertTrue(parked.stream().anyMatch(found -> found.why().contains("cannot be read")), parked.toString());
        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(messages)), "the same message again");
        assertEquals(0, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).found(), "tomorrow it is not tried again");
    }

    @Test
    void what_was_parked_comes_back_and_is_swept() {
        silent();
        lay("g#T#retired#4711", new byte[0]);
        sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        due.due(new SqsBatch(queued("GUICHET_DUE_QUEUE")));
        var parked = index.parked(10).getFirst().item();
        assertTrue(index.unpark(parked));
        assertFalse(index.unpark(parked), "it is no longer parked");
        assertEquals(List.of(), index.parked(10));
        assertEquals(1, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).queued());
    }

    @Test
    void a_held_mail_that_cannot_be_read_keeps_no_ticket_from_being_swept() {
        silent();
        var table = Settings.required("GUICHET_TABLE");
        db.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk",
                        AttributeValue.fromS("g#H#daj"),
                        "sk",
                        AttributeValue.fromS("broken"),
                        "held",
                        AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3})),
                        "dueShard",
                        AttributeValue.fromS(
                                "g#D#" + Integer.toHexString(Math.floorMod("broken".hashCode(), DueIndex.SHARDS))),
                        "dueAt",
                        AttributeValue.fromS("2020-01-01T00:00:00.000000000Z"))));
        assertEquals(1, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).queued());
        assertEquals(
                "held mail broken of desk daj",
                index.parked(10).getFirst().item().name());
        assertEquals(1, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).found());
    }

    @Test
    void a_message_of_an_earlier_version_fires_its_tickets() {
        var ticket = silent();
        var asked = FROZEN.message("due")
                .replace("2026-11-27T15:00:00Z", THREE_DAYS_LATER.toString())
                .replace("2026-11-27T14:12:00Z", MONDAY.plus(Duration.ofDays(3)).toString())
                .replace("cloud-8", ticket.id().toString());
        assertEquals(
                BatchResponse.ALL_DONE,
                due.due(new SqsBatch(List.of(new SqsBatch.Message("frozen", asked, Map.of(), "arn")))));
        assertEquals(1, reminders(ticket));
    }

    @Test
    void a_ticket_that_a_newer_version_wrote_comes_again_and_holds_up_no_other() {
        var ticket = silent();
        sweep.sweep(new Input(THREE_DAYS_LATER.toString()));
        var batch = new ArrayList<>(List.of(message("newer", silent().id())));
        batch.addAll(queued("GUICHET_DUE_QUEUE"));
        packedWithAnUnknownDictionary(2);
        assertEquals(BatchResponse.of(List.of("newer")), due.due(new SqsBatch(batch)));
        assertEquals(1, reminders(ticket));
    }

    private void packedWithAnUnknownDictionary(long number) {
        db.updateItem(update -> update.tableName(Settings.required("GUICHET_TABLE"))
                .key(Map.of("pk", AttributeValue.fromS("g#T#cloud#" + number), "sk", AttributeValue.fromS("A")))
                .updateExpression("SET head = :head")
                .expressionAttributeValues(
                        Map.of(":head", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {99})))));
    }

    /** See infra/frozen: of a newer message an older function finds all that it reads. */
    @Test
    @Tag("failing")
    void what_a_sweep_queues_has_all_that_an_earlier_version_reads() throws Exception {
        silent();
        declared.embedded()
                .aws()
                .objects()
                .put(Settings.required("GUICHET_INBOX"), "inbox/x", new byte[] {1}, Map.of(), THREE_DAYS_LATER);
        var held = new HeldMailTable(db, Settings.required("GUICHET_TABLE"));
        held.hold(
                new HeldMail("daj", "1", "a@b.example", "", "x", MONDAY, "why", "mail/x", Optional.empty(), "y"),
                THREE_DAYS_LATER);
        held.decide("daj", "1", HeldMail.Verdict.ONCE, "nicolas@daj.example", MONDAY);
        sweep.sweep(new Input("2026-03-05T10:00:00Z"));
        assertKept("due", queued("GUICHET_DUE_QUEUE").getFirst());
        var inbound = queued("GUICHET_INBOUND_QUEUE").stream()
                .sorted(Comparator.comparing(SqsBatch.Message::body))
                .toList();
        assertEquals(2, inbound.size());
        assertKept("again-1", inbound.getFirst());
        assertKept("let-in", inbound.getLast());
    }

    private static void assertKept(String frozen, SqsBatch.Message message) {
        assertEquals(List.of(), Lost.ofShape(Frozen.json(FROZEN.message(frozen)), Frozen.json(message.body())), frozen);
        assertTrue(message.body().startsWith("{\"format\":1,"), message.body());
    }

    private static SqsBatch.Message message(String id, TicketId ticket) {
        return new SqsBatch.Message(
                id,
                "{\"at\": \"" + THREE_DAYS_LATER + "\", \"due\": [{\"ticket\": \"" + ticket + "\", \"due\": \"" + MONDAY
                        + "\"}]}",
                Map.of(),
                "arn");
    }

    @Test
    void tickets_of_all_shards_share_messages_by_ten() {
        var silent = IntStream.range(0, 23).mapToObj(_ -> silent()).toList();
        assertEquals(23, sweep.sweep(new Input(THREE_DAYS_LATER.toString())).queued());
        var messages = queued("GUICHET_DUE_QUEUE");
        assertEquals(3, messages.size());
        assertEquals(BatchResponse.ALL_DONE, due.due(new SqsBatch(messages)));
        silent.forEach(ticket -> assertEquals(1, reminders(ticket)));
    }

    @Test
    void a_mail_that_nobody_was_told_of_is_handed_in_again_at_the_full_hour() throws Exception {
        var stored = stored("inbox/forgotten");
        var hour = stored.plus(Duration.ofMinutes(91)).truncatedTo(ChronoUnit.HOURS);
        sweep.sweep(new Input(hour.minus(Duration.ofMinutes(1)).toString()));
        assertEquals(List.of(), queued("GUICHET_INBOUND_QUEUE"));
        sweep.sweep(new Input(hour.toString()));
        var again = queued("GUICHET_INBOUND_QUEUE");
        assertEquals(1, again.size());
        assertTrue(again.getFirst().body().contains("inbox/forgotten"), again.toString());
        sweep.sweep(new Input(hour.plus(Duration.ofHours(2)).toString()));
        assertEquals(
                List.of(),
                queued("GUICHET_INBOUND_QUEUE"),
                "what is older has been handed in, and lies in the dead-letter queue");
    }

    /** When the bucket says that it was stored. */
    private Instant stored(String key) {
        var inbox = Settings.required("GUICHET_INBOX");
        s3.putObject(put -> put.bucket(inbox).key(key), RequestBody.fromString("a mail"));
        return s3.headObject(head -> head.bucket(inbox).key(key)).lastModified();
    }
}
