package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stream records as Lambda gives them to a function. */
final class StreamEvents {
    private StreamEvents() {}

    static ObjectNode record(JsonNode record, String streamArn) {
        return record.<ObjectNode>deepCopy().put("eventSourceARN", streamArn);
    }

    static String sequence(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    /** Epoch seconds. */
    static double created(JsonNode record) {
        return record.path("dynamodb").path("ApproximateCreationDateTime").asDouble();
    }
}
