package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** AWS's JSON 1.1 protocol: the operation stands in a header. */
final class JsonRpc {
    /** Answers an operation, or throws {@link Refusal}. */
    interface Operations {
        ObjectNode call(String operation, JsonNode request) throws IOException;
    }

    static final class Refusal extends RuntimeException {
        final String type;

        Refusal(String type, String message) {
            super(message, null, false, false);
            this.type = type;
        }
    }

    private JsonRpc() {}

    /** @param service as its rights are named after it */
    static Http serve(String service, Door door, Operations operations) throws IOException {
        return Http.start(0, exchange -> handle(exchange, service, door, operations));
    }

    private static void handle(HttpExchange exchange, String service, Door door, Operations operations)
            throws IOException {
        var operation = Door.operation(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        var request = Http.parse(exchange.getRequestBody().readAllBytes());
        try {
            door.refusal(Door.caller(exchange), service, operation, () -> request)
                    .ifPresent(why -> {
                        throw new Refusal("AccessDeniedException", why);
                    });
            var answer = operations.call(operation, request);
            Http.send(exchange, 200, "application/x-amz-json-1.1", Http.JSON.writeValueAsBytes(answer));
        } catch (Refusal e) {
            Http.send(
                    exchange,
                    400,
                    "application/x-amz-json-1.1",
                    Http.JSON.writeValueAsBytes(Map.of("__type", e.type, "message", e.getMessage())));
        }
    }
}
