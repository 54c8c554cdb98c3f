package guichet.local.template;

import guichet.local.aws.EmbeddedAws;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Creates the template's table, buckets and queues on any endpoint that speaks AWS's protocols, and tells the template
 * what they are called. What exists already is left as it is.
 */
public final class Provisioner implements AutoCloseable {
    private final Template template;
    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final SqsClient sqs;
    private final Duration visibility;

    private Provisioner(Template template, URI dynamodb, URI s3, URI sqs, Duration visibility) {
        this.template = template;
        this.dynamo = client(DynamoDbClient.builder(), dynamodb);
        this.s3 = client(S3Client.builder().forcePathStyle(true), s3);
        this.sqs = client(SqsClient.builder(), sqs);
        this.visibility = visibility;
    }

    /**
     * @param visibility every queue's visibility timeout instead of the template's, for tests that will not wait; or
     *     null
     */
    public static Provisioner on(Template template, URI dynamodb, URI s3, URI sqs, Duration visibility) {
        return new Provisioner(template, dynamodb, s3, sqs, visibility);
    }

    /** On one endpoint that serves everything, as emulators do. */
    public static Provisioner on(Template template, URI endpoint) {
        return new Provisioner(template, endpoint, endpoint, endpoint, null);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(EmbeddedAws.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public void createAll() {
        createTables();
        createBuckets();
        createQueues();
        ResourceNames.declare(template);
    }

    public void createTables() {
        var tables = new TableMaker(dynamo);
        template.resources("AWS::DynamoDB::Table")
                .forEach((id, properties) -> template.exists(
                        id,
                        tables.create(
                                properties.text("TableName").orElse(template.stackName() + "-" + id), properties)));
    }

    public void createBuckets() {
        template.resources("AWS::S3::Bucket").forEach((id, properties) -> {
            var name = properties.text("BucketName").orElse((template.stackName() + "-" + id).toLowerCase(Locale.ROOT));
            try {
                s3.createBucket(b -> b.bucket(name).createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
            } catch (BucketAlreadyOwnedByYouException e) {
                // left from an earlier run
            }
            template.exists(id, Map.of("Ref", name, "Arn", "arn:aws:s3:::" + name));
        });
    }

    public void createQueues() {
        var queues = template.resources("AWS::SQS::Queue");
        // A queue that others give up to comes first: they name it.
        var dead = new HashSet<String>();
        queues.values().forEach(q -> {
            if (q.part("RedrivePolicy").raw("deadLetterTargetArn") instanceof Map<?, ?> function
                    && function.get("Fn::GetAtt") instanceof List<?> path) {
                dead.add((String) path.getFirst());
            }
        });
        var order = new ArrayList<>(dead);
        queues.keySet().stream().filter(id -> !dead.contains(id)).forEach(order::add);
        order.forEach(id -> createQueue(id, queues.get(id)));
    }

    private void createQueue(String id, Properties properties) {
        var name = properties.text("QueueName").orElse(template.stackName() + "-" + id);
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        properties.text("VisibilityTimeout").ifPresent(v -> attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, v));
        if (visibility != null) {
            attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(visibility.toSeconds()));
        }
        properties.text("DelaySeconds").ifPresent(v -> attributes.put(QueueAttributeName.DELAY_SECONDS, v));
        properties
                .text("MessageRetentionPeriod")
                .ifPresent(v -> attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, v));
        properties
                .text("ReceiveMessageWaitTimeSeconds")
                .ifPresent(v -> attributes.put(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, v));
        var redrive = properties.part("RedrivePolicy");
        redrive.text("deadLetterTargetArn")
                .ifPresent(arn -> attributes.put(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":"
                                + redrive.number("maxReceiveCount", 10) + "}"));
        var url = sqs.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
        var arn = sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        template.exists(id, Map.of("Ref", url, "Arn", arn, "QueueUrl", url, "QueueName", name));
    }

    @Override
    public void close() {
        dynamo.close();
        s3.close();
        sqs.close();
    }
}
