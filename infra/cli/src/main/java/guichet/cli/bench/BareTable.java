package guichet.cli.bench;

import guichet.local.aws.DynamoLocal;
import guichet.local.aws.EmbeddedAws;
import guichet.store.Aws;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Bare calls to the embedded DynamoDB, of a table with nothing in it but what they read and write. */
final class BareTable implements AutoCloseable {
    private static final String TABLE = "yardstick";
    private static final String KEY = "pk";
    private static final int BLOCKS = 10;
    private static final int READS = 100;
    private static final int WRITES = 50;
    private static final int PUTS = 3;
    private static final int WARM_UP_BLOCKS = 20;

    private final DynamoLocal server;
    private final DynamoDbClient db;

    private BareTable(DynamoLocal server) {
        this.server = server;
        this.db = Aws.at(server.uri()).dynamoDb();
    }

    static BareTable start() throws IOException {
        var table = new BareTable(EmbeddedAws.dynamoDbAlone());
        table.db.createTable(create -> create.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName(KEY)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName(KEY)
                        .keyType(KeyType.HASH)
                        .build()));
        table.write();
        for (int i = 0; i < WARM_UP_BLOCKS; i++) {
            seconds(READS, table::read);
            seconds(WRITES, table::write);
        }
        return table;
    }

    double getItem() {
        return median(READS, this::read);
    }

    double transaction() {
        return median(WRITES, this::write);
    }

    private void read() {
        db.getItem(get ->
                get.tableName(TABLE).key(Map.of(KEY, AttributeValue.fromS("0"))).consistentRead(true));
    }

    private void write() {
        db.transactWriteItems(write -> write.transactItems(IntStream.range(0, PUTS)
                .mapToObj(number -> TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(item(number)))
                        .build())
                .toList()));
    }

    private static Map<String, AttributeValue> item(int number) {
        return Map.of(
                KEY,
                AttributeValue.fromS(Integer.toString(number)),
                "version",
                AttributeValue.fromN("1"),
                "body",
                AttributeValue.fromS("x".repeat(480)));
    }

    /** After one block that does not count. */
    private static double median(int calls, Runnable call) {
        seconds(calls, call);
        var blocks = new ArrayList<Double>();
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(seconds(calls, call));
        }
        return Figures.median(List.copyOf(blocks));
    }

    /** CPU of this thread for one call. */
    private static double seconds(int calls, Runnable call) {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e9 / calls;
    }

    @Override
    public void close() throws Exception {
        db.close();
        server.close();
    }
}
