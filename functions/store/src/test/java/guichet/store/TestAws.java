package guichet.store;

import guichet.local.aws.EmbeddedAws;
import guichet.testing.AwsChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables and buckets on the AWS that this run of tests has chosen, see {@link AwsChoice}. */
final class TestAws {
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
            running = switch (AwsChoice.ofThisRun()) {
                case AwsChoice.Embedded _ -> embedded();
                case AwsChoice.Elsewhere elsewhere -> elsewhere(elsewhere);
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

    private static TestAws elsewhere(AwsChoice.Elsewhere chosen) {
        var aws = new Aws(
                REGION,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(chosen.key(), chosen.secret())),
                Optional.of(chosen.endpoint()));
        return new TestAws(aws, aws);
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
