package guichet.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates a table as an AWS::DynamoDB::Table resource describes it: keys, indexes, stream, time to live. */
public final class TableMaker {
    private final DynamoDbClient dynamo;

    public TableMaker(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /** The attributes by which the template refers to it. */
    public Map<String, String> create(String name, Properties table) {
        try {
            dynamo.createTable(request(name, table));
        } catch (ResourceInUseException e) {
            refuseIfOther(name, table);
        }
        dynamo.waiter().waitUntilTableExists(t -> t.tableName(name));
        expire(name, table.part("TimeToLiveSpecification"));
        var description = describe(name);
        var attributes = new HashMap<>(Map.of("Ref", name, "Arn", description.tableArn()));
        if (description.latestStreamArn() != null) {
            attributes.put("StreamArn", description.latestStreamArn());
        }
        return attributes;
    }

    private static CreateTableRequest request(String name, Properties table) {
        var request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(table))
                .attributeDefinitions(table.parts("AttributeDefinitions").values().stream()
                        .map(a -> AttributeDefinition.builder()
                                .attributeName(a.need("AttributeName"))
                                .attributeType(a.need("AttributeType"))
                                .build())
                        .toList());
        var indexes = indexes(table);
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        table.part("StreamSpecification")
                .text("StreamViewType")
                .ifPresent(view -> request.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
        return request.build();
    }

    private static List<GlobalSecondaryIndex> indexes(Properties table) {
        return table.parts("GlobalSecondaryIndexes").values().stream()
                .map(index -> {
                    var projection = index.part("Projection");
                    var attributes = projection.list("NonKeyAttributes").stream()
                            .map(String::valueOf)
                            .toList();
                    return GlobalSecondaryIndex.builder()
                            .indexName(index.need("IndexName"))
                            .keySchema(keys(index))
                            .projection(Projection.builder()
                                    .projectionType(projection.need("ProjectionType"))
                                    .nonKeyAttributes(attributes.isEmpty() ? null : attributes)
                                    .build())
                            .build();
                })
                .toList();
    }

    private static List<KeySchemaElement> keys(Properties properties) {
        return properties.parts("KeySchema").values().stream()
                .map(k -> KeySchemaElement.builder()
                        .attributeName(k.need("AttributeName"))
                        .keyType(k.need("KeyType"))
                        .build())
                .toList();
    }

    /** An index cannot be added to data of another version here; better to say so than to fail at the first query. */
    private void refuseIfOther(String name, Properties table) {
        var wanted =
                new TreeSet<>(indexes(table).stream().map(TableMaker::shape).toList());
        var present = new TreeSet<>(describe(name).globalSecondaryIndexes().stream()
                .map(i -> i.indexName() + " "
                        + i.keySchema().stream()
                                .map(KeySchemaElement::attributeName)
                                .toList())
                .toList());
        if (!wanted.equals(present)) {
            throw new TemplateException("table " + name + " was made from another template (it has the indexes "
                    + present + ", not " + wanted + "): start afresh");
        }
    }

    private static String shape(GlobalSecondaryIndex index) {
        return index.indexName() + " "
                + index.keySchema().stream()
                        .map(KeySchemaElement::attributeName)
                        .toList();
    }

    private TableDescription describe(String name) {
        return dynamo.describeTable(t -> t.tableName(name)).table();
    }

    private void expire(String name, Properties ttl) {
        if (!ttl.flag("Enabled")) {
            return;
        }
        var status = dynamo.describeTimeToLive(t -> t.tableName(name))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
            dynamo.updateTimeToLive(t -> t.tableName(name)
                    .timeToLiveSpecification(s -> s.enabled(true).attributeName(ttl.need("AttributeName"))));
        }
    }
}
