package guichet.local.aws;

import guichet.local.folder.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The AWS services that Guichet calls, in this JVM, on free ports of loopback. With a data folder, what they were given
 * survives; without, they keep it in memory or in a temporary folder until closed.
 */
public final class EmbeddedAws implements AutoCloseable {
    public static final String REGION = "eu-west-1";
    public static final String ACCOUNT = "000000000000";
    public static final String ACCESS_KEY = "local";
    public static final String SECRET = "local";

    /**
     * What the stand-ins tell of themselves matters only when something is wrong; held, or the levels are forgotten.
     */
    private static final List<Logger> QUIET = Stream.of(
                    "org.eclipse.jetty",
                    "org.elasticmq",
                    "org.apache.pekko",
                    "org.subethamail",
                    "com.almworks.sqlite4java",
                    "software.amazon")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(l -> l.setLevel(Level.WARNING));
    }

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Door door = new Door();
    private final DynamoLocal dynamo;
    private final QueueServer queues;
    private final QueueDoor queueDoor;
    private final ObjectStore objects;
    private final S3Server s3;
    private final Topics topics;
    private final SesServer ses;
    private final EventBus bus;
    private final Parameters parameters;

    private EmbeddedAws(Path data) throws IOException {
        try {
            var temporary = data == null ? Files.createTempDirectory("guichet-aws") : null;
            if (temporary != null) {
                running.push(() -> Folders.delete(temporary));
            }
            var folder = data == null ? temporary : data;
            dynamo = opened(DynamoLocal.start(data == null ? null : data.resolve("dynamodb"), door));
            queues = opened(QueueServer.start(data == null ? null : data.resolve("queues")));
            queueDoor = opened(new QueueDoor(queues.uri(), door));
            objects = new ObjectStore(folder.resolve("objects"), data != null);
            s3 = opened(new S3Server(objects, door));
            topics = opened(new Topics(queues.uri()));
            ses = opened(new SesServer(new Outbox(folder.resolve("outbox"), data != null), topics, door));
            bus = opened(new EventBus(folder.resolve("events.jsonl"), door));
            parameters = opened(new Parameters(folder.resolve("parameters.json"), door));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The account owner's, who may do everything. */
    public static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET));
    }

    /** @param data where to keep everything, or null to keep nothing */
    public static EmbeddedAws start(Path data) throws IOException {
        return new EmbeddedAws(data);
    }

    /** The table's service and none of the others, with nothing kept; the caller closes it. */
    public static DynamoLocal dynamoDbAlone() throws IOException {
        return DynamoLocal.start(null, new Door());
    }

    private <T extends AutoCloseable> T opened(T service) {
        running.push(service);
        return service;
    }

    public URI dynamodb() {
        return dynamo.uri();
    }

    /** From now on, whoever signs as another than the account's owner is let in by this alone. */
    public void guard(Gatekeeper gatekeeper) {
        door.guard(gatekeeper);
    }

    /** For the account's owner, whom nobody stops; functions find another in their {@link #environment()}. */
    public URI sqs() {
        return queues.uri();
    }

    public URI s3() {
        return s3.uri();
    }

    public URI sesv2() {
        return ses.uri();
    }

    public URI eventbridge() {
        return bus.uri();
    }

    public URI ssm() {
        return parameters.uri();
    }

    public QueueServer queues() {
        return queues;
    }

    public ObjectStore objects() {
        return objects;
    }

    /** Called after each request that may have written to a table. */
    public void onTableWrite(Runnable listener) {
        dynamo.onWrite(listener);
    }

    public Topics topics() {
        return topics;
    }

    public SesServer ses() {
        return ses;
    }

    public Outbox outbox() {
        return ses.outbox();
    }

    public EventBus bus() {
        return bus;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The environment that points any AWS SDK at these services. */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_DEFAULT_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", queueDoor.uri().toString());
        environment.put("AWS_ENDPOINT_URL_S3", s3().toString());
        environment.put("AWS_ENDPOINT_URL_SESV2", sesv2().toString());
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", eventbridge().toString());
        environment.put("AWS_ENDPOINT_URL_SSM", ssm().toString());
        return environment;
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
