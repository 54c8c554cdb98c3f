package guichet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.store.Aws;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where the running stack's table and queues are, as its data folder says. */
record StackEndpoint(URI dynamodb, String table, URI sqs) {
    private static final ObjectMapper JSON = new ObjectMapper();

    DynamoDbClient client() {
        return Aws.at(dynamodb).dynamoDb();
    }

    SqsClient queues() {
        return Aws.at(sqs).client(SqsClient.builder());
    }

    void write() throws IOException {
        Files.write(
                file(),
                JSON.writeValueAsBytes(Map.of("dynamodb", dynamodb.toString(), "table", table, "sqs", sqs.toString())));
    }

    /** @throws CommandFailure if no stack has run there */
    static StackEndpoint read() {
        try {
            var json = JSON.readTree(Files.readAllBytes(file()));
            return new StackEndpoint(
                    URI.create(json.path("dynamodb").asText()),
                    json.path("table").asText(),
                    URI.create(json.path("sqs").asText()));
        } catch (IOException e) {
            throw new CommandFailure("no stack runs on " + folder() + "; start one with ./guichet start");
        }
    }

    private static Path file() {
        return folder().resolve("endpoint.json");
    }

    /** Where the functions of the running stack write their logs. */
    static Path logs() {
        return folder().resolve("logs");
    }

    private static Path folder() {
        return Main.root()
                .resolve(Optional.ofNullable(System.getenv("GUICHET_DATA"))
                        .filter(data -> !data.isBlank())
                        .orElse(".guichet"));
    }
}
