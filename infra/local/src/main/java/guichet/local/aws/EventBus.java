package guichet.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** EventBridge's PutEvents: each event is a line of a file; there are no rules and no targets. */
public final class EventBus implements AutoCloseable {
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 1024 * 1024;

    private final Path file;
    private final Http http;
    private final AtomicInteger failing = new AtomicInteger();

    EventBus(Path file, Door door) throws IOException {
        this.file = file;
        this.http = JsonRpc.serve("events", door, this::call);
    }

    URI uri() {
        return http.uri();
    }

    /** The next so many entries fail, their siblings do not. */
    public void failNext(int entries) {
        failing.set(entries);
    }

    public List<JsonNode> events() throws IOException {
        var events = new ArrayList<JsonNode>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                events.add(Http.JSON.readTree(line));
            }
        }
        return events;
    }

    private ObjectNode call(String operation, JsonNode request) throws IOException {
        if (!operation.equals("PutEvents")) {
            throw new JsonRpc.Refusal("UnknownOperationException", "The local stack does not emulate " + operation);
        }
        var entries = request.path("Entries");
        if (entries.isEmpty()
                || entries.size() > MAX_ENTRIES
                || request.toString().length() > MAX_BYTES) {
            throw new JsonRpc.Refusal(
                    "ValidationException",
                    "Entries must be 1 to " + MAX_ENTRIES + " and at most " + MAX_BYTES + " bytes");
        }
        var answer = Http.JSON.createObjectNode();
        var results = answer.putArray("Entries");
        var failed = 0;
        for (var entry : entries) {
            var refusal = refusal(entry);
            if (refusal == null) {
                results.addObject().put("EventId", record(entry));
            } else {
                failed++;
                results.addObject().put("ErrorCode", refusal).put("ErrorMessage", refusal);
            }
        }
        return answer.put("FailedEntryCount", failed);
    }

    private String refusal(JsonNode entry) {
        if (failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return "ThrottlingException";
        }
        if (entry.path("Source").asText("").isEmpty()
                || entry.path("DetailType").asText("").isEmpty()) {
            return "InvalidArgument";
        }
        try {
            return Http.JSON.readTree(entry.path("Detail").asText("")).isObject() ? null : "MalformedDetail";
        } catch (JsonProcessingException e) {
            return "MalformedDetail";
        }
    }

    private synchronized String record(JsonNode entry) throws IOException {
        var id = UUID.randomUUID().toString();
        var line = Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("bus", entry.path("EventBusName").asText("default"))
                .put("time", Instant.now().toString())
                .put("source", entry.path("Source").asText())
                .put("detail-type", entry.path("DetailType").asText());
        line.set("resources", entry.path("Resources"));
        line.set("detail", Http.JSON.readTree(entry.path("Detail").asText()));
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return id;
    }

    @Override
    public void close() {
        http.close();
    }
}
