package guichet.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmbeddedAwsTest {
    @TempDir
    Path data;

    @Test
    void what_a_table_was_given_and_its_stream_survive_a_restart() throws Exception {
        try (var aws = EmbeddedAws.start(data);
                var dynamo = Clients.of(DynamoDbClient.builder(), aws.dynamodb())) {
            dynamo.createTable(t -> t.tableName("tickets")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(a -> a.attributeName("PK").attributeType(ScalarAttributeType.S))
                    .keySchema(k -> k.attributeName("PK").keyType(KeyType.HASH))
                    .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
            dynamo.putItem(p -> p.tableName("tickets").item(Map.of("PK", AttributeValue.fromS("1"))));
        }
        try (var aws = EmbeddedAws.start(data);
                var dynamo = Clients.of(DynamoDbClient.builder(), aws.dynamodb());
                var streams = Clients.of(DynamoDbStreamsClient.builder(), aws.dynamodb())) {
            assertTrue(dynamo.getItem(g -> g.tableName("tickets").key(Map.of("PK", AttributeValue.fromS("1"))))
                    .hasItem());
            var stream =
                    dynamo.describeTable(d -> d.tableName("tickets")).table().latestStreamArn();
            var shard = streams.describeStream(d -> d.streamArn(stream))
                    .streamDescription()
                    .shards()
                    .getFirst()
                    .shardId();
            var iterator = streams.getShardIterator(
                            g -> g.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            assertEquals(
                    1,
                    streams.getRecords(g -> g.shardIterator(iterator)).records().size());
        }
    }

    @Test
    void a_queue_keeps_its_messages_their_attributes_and_their_receive_count_over_a_restart() throws Exception {
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var url = sqs.createQueue(q -> q.queueName("work")).queueUrl();
            sqs.sendMessage(
                    m -> m.queueUrl(url).messageBody("taken").messageAttributes(Map.of("n", attribute("Number", "7"))));
            sqs.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(600));
            sqs.sendMessage(m -> m.queueUrl(url).messageBody("done"));
            var done = sqs.receiveMessage(r -> r.queueUrl(url)).messages().getFirst();
            sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(done.receiptHandle()));
        }
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var url = sqs.createQueue(q -> q.queueName("work")).queueUrl();
            aws.queues().restore("work");

            var messages = sqs.receiveMessage(r -> r.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();

            assertEquals(List.of("taken"), messages.stream().map(m -> m.body()).toList());
            assertEquals("7", messages.getFirst().messageAttributes().get("n").stringValue());
            assertEquals(
                    "2", messages.getFirst().attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
        }
    }

    @Test
    void a_message_received_too_often_lies_among_the_dead_letters_after_a_restart() throws Exception {
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var work = queues(sqs);
            sqs.sendMessage(m -> m.queueUrl(work).messageBody("poison"));
            for (var i = 0; i < 3; i++) {
                sqs.receiveMessage(r -> r.queueUrl(work).visibilityTimeout(0));
            }
        }
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var work = queues(sqs);
            aws.queues().restore("work");
            aws.queues().restore("dead");

            assertTrue(sqs.receiveMessage(r -> r.queueUrl(work)).messages().isEmpty());
            var dead = sqs.getQueueUrl(q -> q.queueName("dead")).queueUrl();
            assertEquals(
                    "poison",
                    sqs.receiveMessage(r -> r.queueUrl(dead))
                            .messages()
                            .getFirst()
                            .body());
        }
    }

    @Test
    void a_message_that_was_received_often_enough_before_a_restart_becomes_one_dead_letter_after_it() throws Exception {
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var work = queues(sqs);
            sqs.sendMessage(m -> m.queueUrl(work).messageBody("poison"));
            sqs.receiveMessage(r -> r.queueUrl(work).visibilityTimeout(0));
            sqs.receiveMessage(r -> r.queueUrl(work).visibilityTimeout(600));
        }
        try (var aws = EmbeddedAws.start(data);
                var sqs = Clients.of(SqsClient.builder(), aws.sqs())) {
            var work = queues(sqs);
            aws.queues().restore("work");
            sqs.receiveMessage(r -> r.queueUrl(work));
            sqs.receiveMessage(r -> r.queueUrl(work));

            var dead = sqs.getQueueUrl(q -> q.queueName("dead")).queueUrl();
            assertEquals("1", count(sqs, dead));
            assertEquals("0", count(sqs, work));
        }
    }

    private static String count(SqsClient sqs, String url) {
        return sqs.getQueueAttributes(
                        q -> q.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private static String queues(SqsClient sqs) {
        sqs.createQueue(q -> q.queueName("dead"));
        var redrive = "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:000000000000:dead\",\"maxReceiveCount\":2}";
        return sqs.createQueue(q -> q.queueName("work").attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)))
                .queueUrl();
    }

    private static software.amazon.awssdk.services.sqs.model.MessageAttributeValue attribute(
            String type, String value) {
        return software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                .dataType(type)
                .stringValue(value)
                .build();
    }
}
