package guichet.inbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import guichet.runtime.AgainMessage;
import guichet.runtime.LetInMessage;
import guichet.runtime.MessageJson;
import java.time.Instant;
import java.util.List;

/** What the inbound queue brings. */
sealed interface InboundMessage {
    /**
     * A mail has come: so says SES's notification of its receipt rule, or our own sweep's about one that lay in the
     * inbox too long.
     *
     * @param recipients of the envelope; empty where only the raw mail is left to tell
     * @param at when SES took it
     */
    record Delivery(String bucket, String key, List<String> recipients, Instant at) implements InboundMessage {}

    /** A held mail that somebody let in. */
    record LetIn(String desk, String id) implements InboundMessage {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Written(Receipt receipt, JsonNode again, JsonNode letIn) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Receipt(String timestamp, List<String> recipients, Action action) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Action(String bucketName, String objectKey) {}

    private static boolean isThere(JsonNode written) {
        return written != null && !written.isNull();
    }

    /** @throws IllegalArgumentException if the message is none of these */
    static InboundMessage parse(String body) {
        var written = MessageJson.read(body, Written.class);
        if (isThere(written.letIn)) {
            var held = LetInMessage.FORMAT.read(body).letIn();
            return new LetIn(held.desk(), held.id());
        }
        if (isThere(written.again)) {
            var mail = AgainMessage.FORMAT.read(body).again();
            return new Delivery(mail.bucket(), mail.key(), List.of(), Instant.parse(mail.at()));
        }
        if (written.receipt == null || written.receipt.action == null || written.receipt.action.objectKey == null) {
            throw new IllegalArgumentException("not a notification of a received mail");
        }
        var receipt = written.receipt;
        return new Delivery(
                receipt.action.bucketName,
                receipt.action.objectKey,
                receipt.recipients == null ? List.of() : receipt.recipients,
                Instant.parse(receipt.timestamp));
    }
}
