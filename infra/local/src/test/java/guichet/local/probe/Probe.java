package guichet.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A function for tests, run as a process of its own. It writes each event into {@code PROBE_LOG} and does what the
 * event's bodies say: {@code fail} reports that record, {@code throw} throws, {@code exit} ends the process,
 * {@code hang} never returns, {@code read} asks the table for an item and makes nothing of the answer. A record whose
 * body says {@code flaky} fails the first time that this log sees it.
 */
public final class Probe implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log = Path.of(System.getenv("PROBE_LOG"));

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = JSON.readTree(input);
        var before = Files.exists(log) ? Files.readString(log) : "";
        Files.writeString(
                log, event + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var answer = JSON.createObjectNode();
        if (event.has("rawPath")) {
            answer.put("statusCode", 200)
                    .put("body", event.toString())
                    .putObject("headers")
                    .put("Content-Type", "application/json");
            answer.putArray("cookies").add("a=1").add("b=2");
            behave(
                    event.path("rawPath").asText().substring(1),
                    event.path("body").asText());
        } else {
            var failures = answer.putArray("batchItemFailures");
            for (var item : event.path("Records")) {
                if (behave(body(item), before)) {
                    failures.addObject().put("itemIdentifier", id(item));
                }
            }
        }
        output.write(JSON.writeValueAsBytes(answer));
    }

    static String body(JsonNode item) {
        return item.has("body")
                ? item.get("body").asText()
                : item.path("dynamodb").path("NewImage").path("text").path("S").asText();
    }

    private static String id(JsonNode item) {
        return item.has("messageId")
                ? item.get("messageId").asText()
                : item.path("dynamodb").path("SequenceNumber").asText();
    }

    private static boolean behave(String body, String before) throws IOException {
        return switch (body.split("[ /]")[0]) {
            case "fail" -> true;
            case "flaky" -> !before.contains(body);
            case "read" -> {
                read(body.split("[ /]")[1]);
                yield false;
            }
            case "throw" -> throw new IllegalStateException("asked to");
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield true;
            }
            case "hang" -> {
                while (true) {
                    java.util.concurrent.locks.LockSupport.park();
                }
            }
            default -> false;
        };
    }

    /** With the key that its environment gives it; the stand-in looks at no signature. */
    private static void read(String partition) throws IOException {
        var table = (HttpURLConnection)
                URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB")).toURL().openConnection();
        table.setRequestMethod("POST");
        table.setDoOutput(true);
        table.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        table.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.GetItem");
        table.setRequestProperty(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + System.getenv("AWS_ACCESS_KEY_ID")
                        + "/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none");
        table.getOutputStream()
                .write(("{\"TableName\":\"guichet-Table\",\"Key\":{\"pk\":{\"S\":\"" + partition
                                + "\"},\"sk\":{\"S\":\"A\"}}}")
                        .getBytes(StandardCharsets.UTF_8));
        table.getResponseCode();
    }
}
