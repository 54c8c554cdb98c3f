package guichet.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Stands between the functions and the table, asks with each call what it costs, and adds that up. DynamoDB Local
 * counts transactions wrongly: so their items are counted by the documented rule, two units for each begun kilobyte of
 * each, and the units of their indexes, which it doubles, once; as {@code CapacityTest} of the store does.
 */
final class TableMeter implements AutoCloseable {
    private static final int KB = 1024;
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    /** What a client of the JDK sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Http server;
    private volatile URI table;
    private double read;
    private double written;

    /** @param read units; @param written units, those of indexes included */
    record Units(double read, double written) {}

    TableMeter() throws IOException {
        this.server = Http.start(0, this::pass);
    }

    URI uri() {
        return server.uri();
    }

    /** @param endpoint where calls go on to; nothing may call before it is known */
    void before(URI endpoint) {
        table = endpoint;
    }

    /** What was used since the last look. */
    synchronized Units take() {
        var units = new Units(read, written);
        read = 0;
        written = 0;
        return units;
    }

    private void pass(HttpExchange exchange) throws IOException {
        var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        var operation = target.substring(target.indexOf('.') + 1);
        var body = exchange.getRequestBody().readAllBytes();
        var asked = Http.parse(body);
        if (READS.contains(operation) || WRITES.contains(operation)) {
            body = Http.JSON.writeValueAsBytes(((ObjectNode) asked).put("ReturnConsumedCapacity", "INDEXES"));
        }
        var onwards = HttpRequest.newBuilder(table).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> onwards.header(name, value));
            }
        });
        try {
            var answer = client.send(onwards.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                count(operation, asked, Http.parse(answer.body()).path("ConsumedCapacity"));
            }
            answer.headers()
                    .firstValue("x-amz-crc32")
                    .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
            Http.send(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String operation, JsonNode asked, JsonNode consumed) {
        if (operation.equals("TransactWriteItems")) {
            asked.path("TransactItems")
                    .forEach(item -> written +=
                            2 * Math.ceilDiv(Math.max(1, size(item.path("Put").path("Item"))), KB));
            consumed.forEach(of -> of.path("GlobalSecondaryIndexes")
                    .forEach(index -> written += index.path("CapacityUnits").asDouble() / 2));
            return;
        }
        double sum = 0;
        for (var of : consumed.isArray() ? consumed : List.of(consumed)) {
            sum += of.path("CapacityUnits").asDouble();
        }
        if (READS.contains(operation)) {
            read += sum;
        } else if (WRITES.contains(operation)) {
            written += sum;
        }
    }

    /** Bytes of an item, as the table bills them: names and values. */
    private static int size(JsonNode item) {
        return item.properties().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    private static int value(JsonNode value) {
        var typed = value.properties().iterator().next();
        var text = typed.getValue().asText();
        return switch (typed.getKey()) {
            case "S" -> bytes(text);
            case "B" -> Base64.getDecoder().decode(text).length;
            case "N" -> (text.length() + 1) / 2 + 1;
            case "BOOL", "NULL" -> 1;
            default -> throw new IllegalArgumentException("no item of ours holds a " + typed.getKey());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
