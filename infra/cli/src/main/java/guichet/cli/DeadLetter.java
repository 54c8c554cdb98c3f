package guichet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.store.StoredCommit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A message that nobody reads any more.
 *
 * @param queue without the stack's name
 * @param id by which the function's log names it
 */
record DeadLetter(String queue, String id, Instant sent, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 120;

    /** What it is about, as far as that can be read; never what somebody wrote. */
    String about() {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException unreadable) {
            return "unreadable: " + shown(body);
        }
        if (json.has("packed")) {
            return "a notice "
                    + ticket(json).map(ticket -> "on " + ticket + " ").orElse("") + "to "
                    + shown(json.path("to").asText());
        }
        if (json.has("due")) {
            return "due: " + String.join(", ", texts(json.get("due"), "ticket"));
        }
        if (json.has("letIn")) {
            return "a held mail that was let in, "
                    + shown(json.at("/letIn/desk").asText()) + " "
                    + shown(json.at("/letIn/id").asText());
        }
        if (json.has("again")) {
            return "a mail, " + shown(json.at("/again/key").asText());
        }
        if (json.has("receipt")) {
            return "a mail, " + shown(json.at("/receipt/action/objectKey").asText()) + " from "
                    + shown(json.at("/mail/source").asText());
        }
        if (json.has("eventType")) {
            return "SES's word of a mail that went out: "
                    + shown(json.path("eventType").asText()) + ", "
                    + shown(json.at("/mail/messageId").asText());
        }
        if (json.has("requestPayload")) {
            return "a sweep, " + shown(json.at("/requestPayload/at").asText());
        }
        return "unknown: " + shown(body);
    }

    /** Where the message itself says why. */
    Optional<String> error() {
        try {
            var why = JSON.readTree(body).at("/responsePayload/errorMessage");
            return why.isTextual() ? Optional.of(shown(why.asText())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    String age(Instant now) {
        var age = Duration.between(sent, now);
        return age.toDays() > 0
                ? age.toDays() + " d " + age.toHoursPart() + " h"
                : age.toHours() > 0 ? age.toHours() + " h " + age.toMinutesPart() + " min" : age.toMinutes() + " min";
    }

    private static Optional<String> ticket(JsonNode notice) {
        try {
            var packed = Base64.getDecoder().decode(notice.path("packed").asText());
            return Optional.of(StoredCommit.unpack(notice.path("commit").asText(), packed)
                    .ticket()
                    .id()
                    .toString());
        } catch (RuntimeException unreadable) { // by this version
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode list, String name) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false)
                .map(item -> shown(item.path(name).asText()))
                .toList());
    }

    private static String shown(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
