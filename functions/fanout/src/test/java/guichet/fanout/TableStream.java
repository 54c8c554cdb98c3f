package guichet.fanout;

import guichet.runtime.Settings;
import guichet.runtime.StreamBatch;
import guichet.runtime.StreamBatch.Change;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table, as its stream would bring it. */
final class TableStream {
    private TableStream() {}

    /** Items whose partition key ends so. */
    static List<Change> of(DynamoDbClient db, String end) {
        return db.scan(scan -> scan.tableName(Settings.required("GUICHET_TABLE"))).items().stream()
                .filter(item -> item.get("pk").s().endsWith(end))
                .map(TableStream::inserted)
                .toList();
    }

    private static Change inserted(Map<String, AttributeValue> item) {
        return new Change(
                "event",
                "INSERT",
                new StreamBatch.Image(
                        item.get("pk").s() + item.get("sk").s(),
                        item.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())))));
    }

    private static StreamBatch.Value value(AttributeValue value) {
        return new StreamBatch.Value(
                value.s(), value.b() == null ? null : value.b().asByteArray());
    }
}
