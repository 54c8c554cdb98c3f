package guichet.fanout;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.frozen.Frozen;
import guichet.frozen.Lost;
import guichet.runtime.BatchResponse;
import guichet.runtime.MessageJson;
import guichet.runtime.Settings;
import guichet.runtime.StreamBatch;
import guichet.testing.FunctionAws;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stream that an earlier version wrote: this one tells of it what that one told. See infra/frozen. */
@Tag("aws")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenStreamTest {
    private static final Frozen FROZEN = Frozen.OF_2026_11;
    /** What that version told the bus, which was the names of its classes; the changelog says so. */
    private static final Map<String, String> NAMES = Stream.of(
                    "ClockMoved clock",
                    "Escalated escalated",
                    "Forwarded forwarded",
                    "LevelChanged level",
                    "MergeReceived merge-received",
                    "MergedInto merged-into",
                    "MessageAdded message",
                    "Opened opened",
                    "OwnerChanged owner",
                    "PriorityChanged priority",
                    "QueueChanged queue",
                    "Reacted reacted",
                    "StateChanged state",
                    "TimerFired timer",
                    "Told told",
                    "Unreachable unreachable",
                    "ParticipantsAdded participants",
                    "FieldsChanged fields",
                    "NoticeWithheld withheld")
            .map(pair -> pair.split(" "))
            .collect(toMap(pair -> pair[0], pair -> pair[1]));

    private FunctionAws declared;
    private SqsClient sqs;

    @BeforeAll
    void deliverTheStream() throws Exception {
        declared = FunctionAws.declared(Path.of("../../template.yaml"), "cloud.example");
        declared.environment("Fanout").forEach(System::setProperty);
        sqs = FanoutFunctionTest.aws(declared.itself().sqs()).client(SqsClient.builder());
        var fanout = declared.as("Fanout");
        var function = new FanoutFunction();
        function.notices = new NoticeQueues();
        function.notices.sqs = FanoutFunctionTest.aws(fanout.sqs()).client(SqsClient.builder());
        function.bus = new CompanyBus();
        function.bus.events = FanoutFunctionTest.aws(fanout.eventbridge()).client(EventBridgeClient.builder());
        var batch = FROZEN.records().stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
        assertEquals(BatchResponse.ALL_DONE, function.fanout(MessageJson.read(batch, StreamBatch.class)));
    }

    @AfterAll
    void stop() {
        declared.close();
    }

    @Test
    void the_bus_is_told_the_same_under_the_names_of_now() throws Exception {
        var told = declared.busEvents();
        var then = FROZEN.bus();
        assertEquals(then.size(), told.size());
        for (int i = 0; i < then.size(); i++) {
            var detail = (ObjectNode) then.get(i).path("detail");
            detail.path("events")
                    .forEach(event -> ((ObjectNode) event)
                            .put("what", NAMES.get(event.path("what").asText())));
            assertEquals(detail, ((ObjectNode) told.get(i).path("detail")).without("format"));
        }
    }

    @Test
    void the_same_notices_are_queued_with_all_that_an_earlier_version_reads() {
        var queued = new ArrayList<JsonNode>();
        queued.addAll(queued("GUICHET_NOTICE_QUEUE"));
        queued.addAll(queued("GUICHET_REMINDER_QUEUE"));
        assertEquals(50 + 3, queued.size(), "those that had gone out, and those that lay on their queues");
        for (var message : List.of("notice", "reminder-claire", "reminder-nicolas")) {
            var then = Frozen.json(FROZEN.message(message));
            var now = queued.stream()
                    .filter(one -> one.path("commit").equals(then.path("commit"))
                            && one.path("to").equals(then.path("to")))
                    .toList();
            assertEquals(1, now.size(), message);
            assertEquals(List.of(), Lost.between(then, now.getFirst()));
            assertTrue(now.getFirst().toString().startsWith("{\"format\":1,"));
        }
    }

    private List<JsonNode> queued(String queue) {
        var found = new ArrayList<JsonNode>();
        for (var more = true; more; ) {
            var messages = sqs.receiveMessage(receive -> receive.queueUrl(Settings.required(queue))
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(0))
                    .messages();
            messages.forEach(message -> found.add(Frozen.json(message.body())));
            more = !messages.isEmpty();
        }
        return found;
    }
}
