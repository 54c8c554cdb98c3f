package guichet.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What Lambda hands to a function that reads a table's stream; only what we use of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamBatch(@JsonProperty("Records") List<Change> records) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Change(String eventID, String eventName, Image dynamodb) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Image(
            @JsonProperty("SequenceNumber") String sequenceNumber,
            @JsonProperty("NewImage") Map<String, Value> newImage) {}

    /** An attribute: a text or bytes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Value(
            @JsonProperty("S") String text,
            @JsonProperty("B") byte[] bytes) {}
}
