package guichet.portal.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.command.Refusal;
import guichet.core.text.Visible;
import guichet.core.ticket.Person;
import guichet.portal.http.CleanText;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.RequestBodies;
import guichet.portal.people.Writing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients send: the bodies of the API's calls, and how their parts are read. */
final class TicketRequests {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 10_000;
    private static final int LONGEST_TEXT = RequestBodies.LONGEST_TEXT;

    record NewTicket(
            String type,
            String subject,
            String description,
            Map<String, Object> fields,
            String impact,
            String urgency,
            String channel,
            JsonNode requester,
            String queue,
            JsonNode level) {}

    record NewMessage(String text, String visibility, List<String> attachments) {}

    /** @param email null in JSON: nobody; it must be said */
    record Owner(JsonNode email) {}

    record QueueName(String name) {}

    record Level(JsonNode number) {}

    record Priority(String priority, String impact, String urgency, String reason) {}

    record Escalation(String reason, String comment) {}

    record Merge(String into) {}

    record Forward(JsonNode to, String comment) {}

    record Reachable(String address, String reason) {}

    private TicketRequests() {}

    /** A name, such as a desk file gives; blank is none. */
    static Optional<String> optional(String field, String value) {
        return Optional.ofNullable(value)
                .map(given -> atMost(LONGEST_NAME, field, given))
                .map(CleanText::line)
                .filter(text -> !Visible.nothing(text));
    }

    static String required(String field, String value) {
        return optional(field, value)
                .orElseThrow(() -> Refusals.problem(Refusal.missing(field)).asException());
    }

    /** A text, or null for none; left out is neither. */
    static Optional<String> nullable(String field, JsonNode value) {
        if (value == null) {
            throw Refusals.problem(Refusal.missing(field)).asException();
        }
        if (!value.isNull() && !value.isTextual()) {
            throw Problem.expected(field, value.toString(), ProblemWords.EXPECTED_TEXT)
                    .asException();
        }
        return optional(field, value.textValue());
    }

    /** The text of a message. */
    static String message(String field, String value) {
        return atMost(LONGEST_TEXT, field, value == null ? "" : value);
    }

    /** A text, and nothing else. */
    static String textual(String field, Object value) {
        if (value != null && !(value instanceof String)) {
            throw Problem.expected(field, "", ProblemWords.EXPECTED_TEXT).asException();
        }
        return CleanText.text((String) value);
    }

    /** A text, number or boolean, as text. */
    static String scalar(String field, Object value) {
        return switch (value) {
            case null -> "";
            case String text -> CleanText.text(text);
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default ->
                throw Problem.expected(field, "{…}", ProblemWords.EXPECTED_TEXT_OR_NUMBER)
                        .asException();
        };
    }

    static Map<String, String> scalars(Writing writing, String prefix, Map<String, Object> values) {
        if (values == null) {
            return Map.of();
        }
        if (values.size() > MOST_VALUES) {
            throw Problem.expected(prefix, values.size() + "", ProblemWords.EXPECTED_VALUES.with(MOST_VALUES))
                    .asException();
        }
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, writing.text(scalar(prefix + "." + name, value))));
        return texts;
    }

    /** {@code "ann@acme.example"} or {@code {"email": …, "name": …}}. */
    static Person person(String field, JsonNode node) {
        if (node.isTextual()) {
            return new Person(address(field, node.textValue()), "");
        }
        if (node.isObject()
                && node.path("email").isTextual()
                && node.path("name").isMissingNode() | node.path("name").isTextual()
                && node.size() == (node.has("name") ? 2 : 1)) {
            var name = CleanText.line(node.path("name").asText(""));
            atMost(LONGEST_NAME, field + ".name", name);
            return new Person(address(field + ".email", node.path("email").textValue()), name);
        }
        throw Problem.expected(field, node.toString(), ProblemWords.EXPECTED_PERSON)
                .asException();
    }

    static String address(String field, String written) {
        var address = written.strip();
        if (address.length() > LONGEST_ADDRESS
                || !address.matches("[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+@[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+")) {
            throw Problem.expected(field, written, ProblemWords.EXPECTED_ADDRESS)
                    .asException();
        }
        return address;
    }

    /** A level's number or name; null where none is given. */
    static String levelOf(JsonNode level) {
        return level == null || level.isNull() ? null : level.asText();
    }

    static String oneOf(String field, String value, String otherwise, String... allowed) {
        if (value == null) {
            return otherwise;
        }
        if (!List.of(allowed).contains(value)) {
            throw Refusals.problem(Refusal.unknown(field, Problem.shown(value), List.of(allowed)))
                    .asException();
        }
        return value;
    }

    /** A remark: longer than a line, shorter than a message. */
    static String limited(String field, String text) {
        return atMost(LONGEST_REMARK, field, text);
    }

    /** @param most characters, as people and JSON Schema count them */
    private static String atMost(int most, String field, String text) {
        if (text.codePointCount(0, text.length()) > most) {
            throw Problem.expected(field, text, ProblemWords.EXPECTED_CHARACTERS.with(most))
                    .asException();
        }
        return text;
    }

    static Problem tooMany(String field, int given, int most) {
        return Problem.expected(field, Integer.toString(given), ProblemWords.EXPECTED_AT_MOST.with(most));
    }

    static Problem agentsOnly(String field) {
        return Problem.notAllowed(ProblemWords.FOR_AGENTS_FIELD.with(field));
    }
}
