package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The filter criteria of an event source mapping: of several patterns one must match, of a pattern every field. */
final class EventFilter {
    private final List<JsonNode> patterns;

    EventFilter(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(p -> Http.parse(p.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    boolean takes(JsonNode event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(p -> matches(p, event));
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream().allMatch(field -> {
            if (field.getKey().equals("$or")) {
                return any(field.getValue(), one -> matches(one, event));
            }
            var value = event.path(field.getKey());
            return field.getValue().isArray()
                    ? any(field.getValue(), one -> test(one, value))
                    : matches(field.getValue(), value);
        });
    }

    private static boolean any(JsonNode list, java.util.function.Predicate<JsonNode> test) {
        for (var one : list) {
            if (test.test(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean test(JsonNode rule, JsonNode value) {
        if (value.isArray()) {
            return any(value, one -> test(rule, one));
        }
        if (!rule.isObject()) {
            return rule.isNull()
                    ? value.isNull()
                    : rule.isNumber() ? value.isNumber() && rule.asDouble() == value.asDouble() : rule.equals(value);
        }
        var condition = rule.properties().iterator().next();
        var argument = condition.getValue();
        return switch (condition.getKey()) {
            case "exists" -> argument.asBoolean() != value.isMissingNode();
            case "prefix" -> value.isTextual() && value.asText().startsWith(argument.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(argument.asText());
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
            case "anything-but" ->
                !value.isMissingNode()
                        && !(argument.isArray() ? any(argument, a -> test(a, value)) : test(argument, value));
            case "numeric" -> numeric(argument, value);
            default -> throw new IllegalArgumentException("unknown filter rule " + condition.getKey());
        };
    }

    private static boolean numeric(JsonNode comparisons, JsonNode value) {
        for (var i = 0; i + 1 < comparisons.size(); i += 2) {
            var order = Double.compare(value.asDouble(), comparisons.get(i + 1).asDouble());
            var holds = switch (comparisons.get(i).asText()) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> throw new IllegalArgumentException("unknown comparison " + comparisons.get(i));
            };
            if (!value.isNumber() || !holds) {
                return false;
            }
        }
        return true;
    }
}
