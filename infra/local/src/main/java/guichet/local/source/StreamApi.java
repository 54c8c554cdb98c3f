package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** DynamoDB Streams in its own JSON, which is also what a function is given: no translation in between. */
final class StreamApi implements AutoCloseable {
    /** An answer other than 200, by its type: {@code ExpiredIteratorException} and the like. */
    static final class Refused extends IOException {
        final String type;

        Refused(String type, String message) {
            super(type + ": " + message);
            this.type = type;
        }
    }

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StreamApi(URI endpoint) {
        this.endpoint = endpoint;
    }

    JsonNode call(String operation, ObjectNode request) throws IOException, InterruptedException {
        var post = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDBStreams_20120810." + operation)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + EmbeddedAws.ACCESS_KEY + "/20260101/" + EmbeddedAws.REGION
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=local")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(request)))
                .build();
        var answer = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        var json = Http.JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            var type = json.path("__type").asText();
            throw new Refused(
                    type.substring(type.lastIndexOf('#') + 1),
                    json.path("message").asText(json.path("Message").asText()));
        }
        return json;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
