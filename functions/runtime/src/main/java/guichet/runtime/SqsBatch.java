package guichet.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What Lambda hands to a function that reads a queue; only what we use of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SqsBatch(@JsonProperty("Records") List<Message> records) {

    /** @param attributes {@code SentTimestamp} in epoch milliseconds, {@code ApproximateReceiveCount}, … */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(String messageId, String body, Map<String, String> attributes, String eventSourceARN) {}
}
