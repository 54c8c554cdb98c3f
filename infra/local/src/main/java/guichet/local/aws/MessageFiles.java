package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** One JSON file for each message of a standard queue: {@code <folder>/<queue>/<message id>.json}. */
final class MessageFiles {
    private final Path folder;
    private final Map<String, List<InternalMessage>> left = new HashMap<>();

    MessageFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var queues = Files.list(folder)) {
            for (var queue : queues.filter(Files::isDirectory).toList()) {
                left.put(queue.getFileName().toString(), read(queue));
            }
        }
    }

    /** What an earlier run left in the queue, oldest first; each is handed out once. */
    List<InternalMessage> left(String queue) {
        var messages = left.remove(queue);
        return messages == null ? List.of() : messages;
    }

    void write(String queue, InternalMessage message) throws IOException {
        var json = Http.JSON.createObjectNode();
        json.put("id", message.id());
        json.put("nextDelivery", message.nextDelivery());
        json.put("content", message.content().value());
        json.put("created", message.created().toInstant().toEpochMilli());
        json.put("receiveCount", message.receiveCount());
        if (message.firstReceive() instanceof OnDateTimeReceived first) {
            json.put("firstReceive", first.when().toInstant().toEpochMilli());
        }
        if (!message.deliveryReceipts().isEmpty()) {
            json.put("receipt", message.deliveryReceipts().last());
        }
        message.tracingId().foreach(id -> json.put("trace", id.id()));
        message.deadLetterSourceQueueName().foreach(source -> json.put("deadLetterSource", source));
        var attributes = json.putObject("attributes");
        CollectionConverters.asJava(message.messageAttributes())
                .forEach((name, value) -> attributes
                        .putObject(name)
                        .put("type", value.getDataType())
                        .put("value", text(value)));
        DurableFiles.write(
                Files.createDirectories(folder.resolve(queue)).resolve(message.id() + ".json"),
                Http.JSON.writeValueAsBytes(json),
                false);
    }

    void remove(String queue, String id) throws IOException {
        Files.deleteIfExists(folder.resolve(queue).resolve(id + ".json"));
    }

    private static String text(MessageAttribute attribute) {
        return switch (attribute) {
            case StringMessageAttribute s -> s.stringValue();
            case NumberMessageAttribute n -> n.stringValue();
            case BinaryMessageAttribute b -> b.asBase64();
            default -> throw new IllegalArgumentException("unknown attribute " + attribute);
        };
    }

    private static List<InternalMessage> read(Path queue) throws IOException {
        var messages = new ArrayList<InternalMessage>();
        try (var files = Files.list(queue)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                try {
                    messages.add(message(Http.JSON.readTree(file.toFile())));
                } catch (IOException | RuntimeException e) {
                    System.getLogger("guichet.local")
                            .log(System.Logger.Level.WARNING, file + " is not a message: put aside");
                    Files.move(file, file.resolveSibling(file.getFileName() + ".broken"));
                }
            }
        }
        messages.sort((a, b) -> a.created().compareTo(b.created()));
        return messages;
    }

    private static InternalMessage message(JsonNode json) {
        var received = json.has("firstReceive");
        // Without the receipt of its last delivery, ElasticMQ could move a message to the dead letters but not take it
        // away.
        var receipts = new ArrayList<String>();
        if (json.has("receipt")) {
            receipts.add(json.get("receipt").asText());
        }
        var attributes = new HashMap<String, MessageAttribute>();
        json.path("attributes").properties().forEach(e -> attributes.put(e.getKey(), attribute(e.getValue())));
        return new InternalMessage(
                json.get("id").asText(),
                CollectionConverters.asScala(receipts),
                received ? 0 : json.get("nextDelivery").asLong(),
                new MessageContent(json.get("content").asText()),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(attributes)),
                at(json.get("created")),
                0,
                received ? new OnDateTimeReceived(at(json.get("firstReceive"))) : NeverReceived$.MODULE$,
                json.get("receiveCount").asInt(),
                false,
                Option.empty(),
                Option.empty(),
                json.has("trace") ? Option.apply(new TracingId(json.get("trace").asText())) : Option.empty(),
                Option.empty(),
                json.has("deadLetterSource")
                        ? Option.apply(json.get("deadLetterSource").asText())
                        : Option.empty());
    }

    private static MessageAttribute attribute(JsonNode json) {
        var type = json.get("type").asText();
        var dot = type.indexOf('.');
        Option<String> custom = dot < 0 ? Option.empty() : Option.apply(type.substring(dot + 1));
        var value = json.get("value").asText();
        return switch (dot < 0 ? type : type.substring(0, dot)) {
            case "Number" -> new NumberMessageAttribute(value, custom);
            case "Binary" -> BinaryMessageAttribute.fromBase64(value, custom);
            case String ignored -> new StringMessageAttribute(value, custom);
        };
    }

    private static OffsetDateTime at(JsonNode millis) {
        return Instant.ofEpochMilli(millis.asLong()).atOffset(ZoneOffset.UTC);
    }
}
