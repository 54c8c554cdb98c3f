package guichet.store;

import guichet.local.aws.EmbeddedAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The AWS that tests tagged {@code aws} run on, as the system property {@code aws} says: {@code embedded} (the
 * default), {@code localstack} (in a container; without Docker the tests are skipped, and say so), or the URL of any
 * other.
 *
 * <p>Tags of tests that an emulator cannot be asked to pass, to leave out with {@code -DexcludedGroups}. Of moto's
 * server (5):
 *
 * <ul>
 *   <li>{@code capacity}: it reports no units of indexes, nor of transactions;
 *   <li>{@code concurrent}: it undoes a refused transaction by putting back a copy of all tables, and with it what
 *       others wrote meanwhile;
 *   <li>{@code presigned}: it checks neither signature nor signed length of a link, and ignores the content type asked
 *       for in one.
 * </ul>
 */
final class TestAws {
    /** The last image that starts without an account. */
    private static final DockerImageName LOCALSTACK = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final Region REGION = Region.EU_WEST_1;
    /**
     * Tests that run side by side, and runs one after another on an endpoint that remembers, each have names of their
     * own.
     */
    private static final String RUN =
            Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.nanoTime(), 36);

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static TestAws running;

    private final Aws dynamoDb;
    private final Aws s3;

    private TestAws(Aws dynamoDb, Aws s3) {
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
    }

    static synchronized TestAws get() {
        if (running == null) {
            running = switch (System.getProperty("aws", "embedded")) {
                case "embedded", "" -> embedded();
                case "localstack" -> localstack();
                case String url ->
                    new TestAws(at(URI.create(url), "test", "test"), at(URI.create(url), "test", "test"));
            };
        }
        return running;
    }

    private static TestAws embedded() {
        try {
            var aws = EmbeddedAws.start(null);
            Runtime.getRuntime().addShutdownHook(new Thread(aws::close));
            return new TestAws(Aws.at(aws.dynamodb()), Aws.at(aws.s3()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestAws localstack() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "-Daws=localstack needs Docker, and there is none here");
        var container = new LocalStackContainer(LOCALSTACK)
                .withServices(LocalStackContainer.Service.DYNAMODB, LocalStackContainer.Service.S3);
        container.start();
        var aws = at(container.getEndpoint(), container.getAccessKey(), container.getSecretKey());
        return new TestAws(aws, aws);
    }

    private static Aws at(URI endpoint, String key, String secret) {
        return new Aws(
                REGION,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)),
                Optional.of(endpoint));
    }

    DynamoDbClient dynamoDb(ExecutionInterceptor... interceptors) {
        var builder = DynamoDbClient.builder();
        for (var interceptor : interceptors) {
            builder.overrideConfiguration(override -> override.addExecutionInterceptor(interceptor));
        }
        return dynamoDb.client(builder);
    }

    Aws s3() {
        return s3;
    }

    /** A new, empty table. */
    String table() {
        var name = "guichet-" + RUN + "-" + NEXT.incrementAndGet();
        TestTable.create(dynamoDb(), name);
        return name;
    }

    /** A new, empty bucket. */
    String bucket() {
        var name = "guichet-" + RUN + "-" + NEXT.incrementAndGet();
        s3.s3()
                .createBucket(create ->
                        create.bucket(name).createBucketConfiguration(where -> where.locationConstraint(REGION.id())));
        return name;
    }
}
