package guichet.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** In front of ElasticMQ, which has no place of its own where a call could be stopped. */
final class QueueDoor implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "X-Amz-Target");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI queues;
    private final Door door;
    private final Http http;

    QueueDoor(URI queues, Door door) throws IOException {
        this.queues = queues;
        this.door = door;
        this.http = Http.start(0, this::handle);
    }

    URI uri() {
        return http.uri();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var operation = Door.operation(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        var refusal = door.refusal(Door.caller(exchange), "sqs", operation, () -> Http.parse(body));
        if (refusal.isPresent()) {
            exchange.getResponseHeaders().set("x-amzn-query-error", "AccessDenied;Sender");
            Http.json(
                    exchange,
                    403,
                    Map.of("__type", "com.amazon.coral.service#AccessDeniedException", "message", refusal.get()));
        } else {
            passOn(exchange, body);
        }
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(queues.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        PASSED_ON.forEach(name -> {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("x-amzn-query-error")
                    .ifPresent(error -> exchange.getResponseHeaders().set("x-amzn-query-error", error));
            Http.send(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.close();
        client.shutdownNow();
    }
}
