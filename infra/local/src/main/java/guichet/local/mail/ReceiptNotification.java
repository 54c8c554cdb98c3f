package guichet.local.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.aws.Http;
import guichet.local.aws.MailBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The notification of SES's S3 action. */
record ReceiptNotification(
        String id, String from, List<String> to, Instant at, List<MailBytes.Field> headers, VerdictHeader verdicts) {
    /** SES cuts the headers off beyond this. */
    private static final int HEADER_BYTES = 10 * 1024;

    ObjectNode json(ReceiptRules.Receipt rule, String key) {
        var json = Http.JSON.createObjectNode().put("notificationType", "Received");
        var mail = json.putObject("mail")
                .put("timestamp", at.toString())
                .put("source", from)
                .put("messageId", id);
        to.forEach(mail.putArray("destination")::add);
        addHeaders(mail);
        addCommonHeaders(mail.putObject("commonHeaders"));
        var receipt = json.putObject("receipt").put("timestamp", at.toString()).put("processingTimeMillis", 1);
        to.forEach(receipt.putArray("recipients")::add);
        for (var check : VerdictHeader.Check.values()) {
            receipt.putObject(check.name().toLowerCase(Locale.ROOT) + "Verdict").put("status", verdicts.of(check));
        }
        if (verdicts.of(VerdictHeader.Check.DMARC).equals("FAIL")) {
            receipt.put("dmarcPolicy", "none");
        }
        receipt.putObject("action")
                .put("type", "S3")
                .put("topicArn", rule.topicArn())
                .put("bucketName", rule.bucket())
                .put("objectKeyPrefix", rule.prefix())
                .put("objectKey", key);
        return json;
    }

    private void addHeaders(ObjectNode mail) {
        var listed = mail.putArray("headers");
        var bytes = 0;
        var truncated = false;
        for (var header : headers) {
            bytes += header.raw().length;
            if (bytes > HEADER_BYTES) {
                truncated = true;
                break;
            }
            listed.addObject().put("name", header.name()).put("value", legal(header.value()));
        }
        mail.put("headersTruncated", truncated);
    }

    private void addCommonHeaders(ObjectNode common) {
        common.put("returnPath", from);
        for (var name : List.of("From", "To", "Cc", "Reply-To")) {
            var value = first(name);
            if (value != null) {
                common.putArray(
                                switch (name) {
                                    case "Reply-To" -> "replyTo";
                                    default -> name.toLowerCase(Locale.ROOT);
                                })
                        .add(value);
            }
        }
        for (var name : List.of("Date", "Subject", "Message-ID")) {
            var value = first(name);
            if (value != null) {
                common.put(name.equals("Message-ID") ? "messageId" : name.toLowerCase(Locale.ROOT), value);
            }
        }
    }

    private String first(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(MailBytes.Field::value)
                .map(ReceiptNotification::legal)
                .findFirst()
                .orElse(null);
    }

    /** A queue takes no control characters, and a header of a hostile mail is as long as it likes. */
    private static String legal(String value) {
        var cleaned = value.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", "?");
        var bytes = cleaned.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= HEADER_BYTES ? cleaned : new String(bytes, 0, HEADER_BYTES, StandardCharsets.UTF_8);
    }
}
