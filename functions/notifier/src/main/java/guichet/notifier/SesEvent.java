package guichet.notifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/** An event of SES's configuration set, as it publishes them; only what we use of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SesEvent(String eventType, Mail mail, Bounce bounce, Complaint complaint) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Mail(String messageId, String timestamp, List<String> destination, Map<String, List<String>> tags) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Bounce(String bounceType, String bounceSubType, List<Recipient> bouncedRecipients, String timestamp) {
        boolean isPermanent() {
            return "Permanent".equals(bounceType);
        }

        /** SES gave up on it after hours of trying. What else is transient, a reader's absence say, is no failure. */
        boolean isOfFullMailbox() {
            return "MailboxFull".equals(bounceSubType);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Complaint(List<Recipient> complainedRecipients, String complaintFeedbackType, String timestamp) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipient(String emailAddress, String status, String diagnosticCode) {}
}
