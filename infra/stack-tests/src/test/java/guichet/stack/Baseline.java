package guichet.stack;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table held before anything happened, to go back to: far quicker than another stack. */
final class Baseline {
    private final DynamoDbClient db;
    private final String table;
    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items;

    Baseline(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
        this.items = items();
    }

    /** While nobody works: whoever read the table before knows nothing of it. */
    void restore() {
        var now = items();
        now.keySet().stream()
                .filter(key -> !items.containsKey(key))
                .forEach(key -> db.deleteItem(delete -> delete.tableName(table).key(key)));
        items.forEach((key, item) -> {
            if (!item.equals(now.get(key))) {
                db.putItem(put -> put.tableName(table).item(item));
            }
        });
    }

    private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items() {
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        db.scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .forEach(item -> found.put(Map.of("pk", item.get("pk"), "sk", item.get("sk")), item));
        return found;
    }
}
