package guichet.local.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The AWS services that Guichet calls, in this JVM, on free ports of loopback. With a data folder, what they were given
 * survives; without, they keep it in memory or in a temporary folder until closed.
 */
public final class EmbeddedAws implements AutoCloseable {
    public static final String REGION = "eu-west-1";
    public static final String ACCOUNT = "000000000000";
    public static final String ACCESS_KEY = "local";
    public static final String SECRET = "local";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final DynamoLocal dynamo;
    private final QueueServer queues;
    private final ObjectStore objects;
    private final S3Server s3;

    private EmbeddedAws(Path data) throws IOException {
        try {
            var temporary = data == null ? Files.createTempDirectory("guichet-aws") : null;
            if (temporary != null) {
                running.push(() -> delete(temporary));
            }
            dynamo = opened(DynamoLocal.start(data == null ? null : data.resolve("dynamodb")));
            queues = opened(QueueServer.start(data == null ? null : data.resolve("queues")));
            objects = new ObjectStore((data == null ? temporary : data).resolve("objects"), data != null);
            s3 = opened(new S3Server(objects));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** @param data where to keep everything, or null to keep nothing */
    public static EmbeddedAws start(Path data) throws IOException {
        return new EmbeddedAws(data);
    }

    private <T extends AutoCloseable> T opened(T service) {
        running.push(service);
        return service;
    }

    public URI dynamodb() {
        return dynamo.uri();
    }

    public URI sqs() {
        return queues.uri();
    }

    public URI s3() {
        return s3.uri();
    }

    public QueueServer queues() {
        return queues;
    }

    public ObjectStore objects() {
        return objects;
    }

    /** The environment that points any AWS SDK at these services. */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_DEFAULT_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs().toString());
        environment.put("AWS_ENDPOINT_URL_S3", s3().toString());
        return environment;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger("guichet.local").log(System.Logger.Level.DEBUG, "closing", e);
            }
        }
    }
}
