package guichet.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What SES's event publishing says of a mail. */
final class SesEvents {
    private final SesMail mail;
    private final String id;
    private final Instant at;
    private final String configurationSet;
    private final Map<String, String> tags;

    SesEvents(SesMail mail, String id, Instant at, String configurationSet, Map<String, String> tags) {
        this.mail = mail;
        this.id = id;
        this.at = at;
        this.configurationSet = configurationSet;
        this.tags = tags;
    }

    ObjectNode send() {
        var event = event("Send");
        event.putObject("send");
        return event;
    }

    ObjectNode delivery(List<String> recipients) {
        var event = event("Delivery");
        var delivery = event.putObject("delivery")
                .put("timestamp", at.toString())
                .put("processingTimeMillis", 1)
                .put("smtpResponse", "250 ok")
                .put("reportingMTA", "a1.smtp-out.local");
        recipients.forEach(delivery.putArray("recipients")::add);
        return event;
    }

    ObjectNode bounce(List<String> recipients, boolean permanent) {
        var event = event("Bounce");
        var bounce = event.putObject("bounce")
                .put("feedbackId", UUID.randomUUID().toString())
                .put("timestamp", at.toString())
                .put("bounceType", permanent ? "Permanent" : "Transient")
                .put("bounceSubType", permanent ? "General" : "MailboxFull")
                .put("reportingMTA", "dns; a1.smtp-out.local");
        var bounced = bounce.putArray("bouncedRecipients");
        recipients.forEach(r -> bounced.addObject()
                .put("emailAddress", r)
                .put("action", "failed")
                .put("status", permanent ? "5.1.1" : "4.2.2")
                .put("diagnosticCode", permanent ? "smtp; 550 5.1.1 user unknown" : "smtp; 452 4.2.2 mailbox full"));
        return event;
    }

    ObjectNode complaint(List<String> recipients) {
        var event = event("Complaint");
        var complaint = event.putObject("complaint")
                .put("feedbackId", UUID.randomUUID().toString())
                .put("timestamp", at.toString())
                .put("userAgent", "local")
                .put("complaintFeedbackType", "abuse")
                .put("arrivalDate", at.toString());
        complaint.putNull("complaintSubType");
        var complained = complaint.putArray("complainedRecipients");
        recipients.forEach(r -> complained.addObject().put("emailAddress", r));
        return event;
    }

    private ObjectNode event(String type) {
        var event = Http.JSON.createObjectNode().put("eventType", type);
        var about = event.putObject("mail")
                .put("timestamp", at.toString())
                .put("source", mail.from())
                .put("sendingAccountId", EmbeddedAws.ACCOUNT)
                .put("messageId", id)
                .put("headersTruncated", false);
        mail.to().forEach(about.putArray("destination")::add);
        var headers = about.putArray("headers");
        var bytes = MailBytes.of(mail.raw());
        bytes.fields().forEach(f -> headers.addObject().put("name", f.name()).put("value", f.value()));
        var common = about.putObject("commonHeaders");
        common.putArray("from").add(bytes.first("From"));
        common.putArray("to").add(bytes.first("To"));
        common.put("date", bytes.first("Date")).put("messageId", id).put("subject", bytes.first("Subject"));
        var tagged = about.putObject("tags");
        tagged.putArray("ses:configuration-set").add(configurationSet);
        tagged.putArray("ses:from-domain").add(mail.from().substring(mail.from().lastIndexOf('@') + 1));
        tags.forEach((name, value) -> tagged.putArray(name).add(value));
        return event;
    }
}
