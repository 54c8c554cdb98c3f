package guichet.store;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table as the template has it. */
final class TestTable {
    private static final Projection LISTED = Projection.builder().projectionType(ProjectionType.INCLUDE)
            .nonKeyAttributes("subject", "state", "priority", "owner", "requester", "waitingSince", "opened", "type").build();
    private static final Projection KEYS = Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();

    private TestTable() {
    }

    static void create(DynamoDbClient db, String name) {
        db.createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.of("pk", "sk", "orgKey", "orgSort", "reqKey", "reqSort", "queueKey", "queueSort", "ownerKey",
                        "ownerSort", "dueShard", "dueAt").map(attribute -> AttributeDefinition.builder().attributeName(attribute)
                        .attributeType(ScalarAttributeType.S).build()).toList())
                .keySchema(key("pk", "sk"))
                .globalSecondaryIndexes(index("byOrganization", "orgKey", "orgSort", LISTED), index("byRequester", "reqKey", "reqSort", KEYS),
                        index("byQueue", "queueKey", "queueSort", LISTED), index("byOwner", "ownerKey", "ownerSort", LISTED),
                        index("byDue", "dueShard", "dueAt", KEYS)));
        db.waiter().waitUntilTableExists(wait -> wait.tableName(name));
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, Projection projection) {
        return GlobalSecondaryIndex.builder().indexName(name).keySchema(key(hash, range)).projection(projection).build();
    }

    private static List<KeySchemaElement> key(String hash, String range) {
        return List.of(KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
                KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
    }
}
