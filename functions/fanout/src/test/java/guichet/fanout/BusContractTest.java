package guichet.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import guichet.core.command.TicketCommit;
import guichet.core.command.WriteResult;
import guichet.core.desk.Role;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvolution;
import guichet.core.ticket.TicketId;
import guichet.runtime.BatchResponse;
import guichet.runtime.Settings;
import guichet.runtime.StreamBatch;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import guichet.testing.FunctionAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the company's systems may count on: docs/events.md, and the schema that goes with it. */
@Tag("aws")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusContractTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.5Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private List<JsonNode> told;

    @BeforeAll
    void tellTheBusOfEveryEvent() throws Exception {
        try (var declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example")) {
            declared.environment("Fanout").forEach(System::setProperty);
            var db = FanoutFunctionTest.aws(declared.itself().dynamodb()).dynamoDb();
            write(db, SampleEvents.all());
            var fanout = declared.as("Fanout");
            var function = new FanoutFunction();
            function.notices = new NoticeQueues();
            function.notices.sqs = FanoutFunctionTest.aws(fanout.sqs()).client(SqsClient.builder());
            function.bus = new CompanyBus();
            function.bus.events = FanoutFunctionTest.aws(fanout.eventbridge()).client(EventBridgeClient.builder());
            assertEquals(BatchResponse.ALL_DONE, function.fanout(new StreamBatch(TableStream.of(db, "T#cloud#1"))));
            told = declared.busEvents();
        }
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Files.readString(Path.of("../../docs/events.schema.json")));
    }

    private static JsonSchema strict() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema(),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** A commit of each event, by each role in turn. */
    private static void write(DynamoDbClient db, List<TicketEvent> events) {
        var tickets = new DynamoTicketStore(db, Settings.required("GUICHET_TABLE"), Blobs.NONE, () -> "");
        var id = new TicketId("cloud", 1);
        var before = Optional.<Ticket>empty();
        var opened = events.stream().filter(TicketEvent.Opened.class::isInstance);
        var others = events.stream().filter(event -> !(event instanceof TicketEvent.Opened));
        for (var event : Stream.concat(opened, others).toList()) {
            var seq = before.map(Ticket::seq).orElse(0L) + 1;
            var role = Role.values()[(int) (seq % Role.values().length)];
            var by = new Actor(role, new Person("alice@acme.example", SampleEvents.WRITTEN), Optional.empty());
            var recorded = new RecordedEvent(seq, AT, by, event);
            var after = TicketEvolution.evolve(id, before, recorded);
            var none = Optional.<Instant>empty();
            var commit = new TicketCommit(
                    before, after, List.of(recorded), List.of(), List.of(), none, none, Optional.empty());
            assertInstanceOf(WriteResult.Done.class, tickets.write(List.of(commit)));
            before = Optional.of(after);
        }
    }

    @Test
    void an_event_of_every_kind_keeps_to_the_schema_and_says_nothing_that_was_written() throws Exception {
        assertEquals(SampleEvents.all().size(), told.size());
        var strict = strict();
        for (var event : told) {
            assertEquals("guichet", event.path("source").asText());
            assertEquals("Ticket changed", event.path("detail-type").asText());
            var detail = event.path("detail");
            assertEquals(List.of(), List.copyOf(strict.validate(detail)), detail.toString());
            var more = ((ObjectNode) detail.deepCopy()).without(List.of("type", "state"));
            assertFalse(more.toString().contains(SampleEvents.WRITTEN), detail.toString());
        }
    }

    @Test
    void the_schema_names_every_kind_of_event_and_every_role_and_no_other() throws Exception {
        var happened = schema().at("/$defs/event/properties");
        assertEquals(new TreeSet<>(TicketEvent.kinds().keySet()), new TreeSet<>(texts(happened.at("/what/enum"))));
        assertEquals(
                new TreeSet<>(Stream.of(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList()),
                new TreeSet<>(texts(happened.at("/by/enum"))));
    }

    @Test
    void what_is_told_names_every_kind_of_event_as_the_schema_does() throws Exception {
        var what = new TreeSet<String>();
        var by = new TreeSet<String>();
        for (var event : told) {
            event.at("/detail/events").forEach(happened -> {
                what.add(happened.path("what").asText());
                by.add(happened.path("by").asText());
            });
        }
        assertEquals(new TreeSet<>(texts(schema().at("/$defs/event/properties/what/enum"))), what);
        assertEquals(new TreeSet<>(texts(schema().at("/$defs/event/properties/by/enum"))), by);
    }

    @Test
    void the_page_describes_every_kind_of_event_and_every_field() throws Exception {
        var page = Files.readString(Path.of("../../docs/events.md"));
        var missing = new ArrayList<String>();
        texts(schema().at("/$defs/event/properties/what/enum")).stream()
                .filter(name -> !page.contains("| `" + name + "` |"))
                .forEach(missing::add);
        Stream.of("/properties", "/$defs/event/properties")
                .flatMap(at -> {
                    var names = new ArrayList<String>();
                    try {
                        schema().at(at).fieldNames().forEachRemaining(names::add);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return names.stream();
                })
                .filter(name -> !page.contains("`" + name + "`"))
                .forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    @Test
    void what_the_schema_does_not_name_would_be_found() throws Exception {
        var detail = (ObjectNode) told.getFirst().path("detail");
        var strict = strict();
        assertFalse(strict.validate(detail.deepCopy().put("subject", "x")).isEmpty());
        assertFalse(strict.validate(((ObjectNode) detail.deepCopy()).without("format"))
                .isEmpty());
        var renamed = detail.deepCopy();
        ((ObjectNode) renamed.at("/events/0")).put("what", "Opened");
        assertFalse(strict.validate(renamed).isEmpty());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
