package guichet.inbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import guichet.runtime.Jsons;
import java.time.Instant;
import java.util.List;

/**
 * What says that a mail has come: SES's notification of its receipt rule, or our own sweep's about one that lay in the inbox too long.
 *
 * @param recipients of the envelope; empty where only the raw mail is left to tell
 * @param at         when SES took it
 */
record Delivery(String bucket, String key, List<String> recipients, Instant at) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Notification(Receipt receipt, Again again) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Receipt(String timestamp, List<String> recipients, Action action) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Action(String bucketName, String objectKey) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Again(String bucket, String key, String at) {
    }

    /** @throws IllegalArgumentException if the message is neither */
    static Delivery parse(String body) {
        var notification = Jsons.read(body, Notification.class);
        if (notification.again != null) {
            return new Delivery(notification.again.bucket, notification.again.key, List.of(), Instant.parse(notification.again.at));
        }
        if (notification.receipt == null || notification.receipt.action == null || notification.receipt.action.objectKey == null) {
            throw new IllegalArgumentException("not a notification of a received mail");
        }
        var receipt = notification.receipt;
        return new Delivery(receipt.action.bucketName, receipt.action.objectKey, receipt.recipients == null ? List.of() : receipt.recipients,
                Instant.parse(receipt.timestamp));
    }
}
