package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.Http;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** SQS messages as Lambda gives them to a function. */
final class QueueEvents {
    private QueueEvents() {}

    static ObjectNode record(Message message, String queueArn) {
        var record = Http.JSON
                .createObjectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        var attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var custom = record.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> {
            var attribute = custom.putObject(name);
            if (value.stringValue() != null) {
                attribute.put("stringValue", value.stringValue());
            }
            if (value.binaryValue() != null) {
                attribute.put(
                        "binaryValue",
                        Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
            }
            attribute.putArray("stringListValues");
            attribute.putArray("binaryListValues");
            attribute.put("dataType", value.dataType());
        });
        return record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", EmbeddedAws.REGION);
    }

    /** A filter looks into a body that is JSON. */
    static JsonNode forFilter(ObjectNode record) {
        try {
            var body = Http.JSON.readTree(record.get("body").asText());
            return body.isContainerNode() ? record.deepCopy().set("body", body) : record;
        } catch (IOException e) {
            return record;
        }
    }

    static byte[] event(List<? extends JsonNode> records) throws IOException {
        var event = Http.JSON.createObjectNode();
        event.putArray("Records").addAll(records);
        return Http.JSON.writeValueAsBytes(event);
    }
}
