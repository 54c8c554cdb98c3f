package guichet.local.rights;

import guichet.local.template.Properties;
import guichet.local.template.Template;
import java.util.HashMap;
import java.util.Map;

/** The tables of a template by their names, with what their partitions and those of their indexes are told apart by. */
final class KeySchemas {
    /** @param partitionKey of the table under the empty name, and of each index under its own */
    record Table(String arn, Map<String, String> partitionKey) {}

    private final Map<String, Table> tables = new HashMap<>();

    KeySchemas(Template template) {
        template.resources("AWS::DynamoDB::Table").forEach((id, table) -> {
            var keys = new HashMap<>(Map.of("", partitionKey(table)));
            table.parts("GlobalSecondaryIndexes")
                    .values()
                    .forEach(index -> keys.put(index.need("IndexName"), partitionKey(index)));
            tables.put(template.name(id, "Ref"), new Table(template.name(id, "Arn"), Map.copyOf(keys)));
        });
    }

    private static String partitionKey(Properties of) {
        return of.parts("KeySchema").values().stream()
                .filter(key -> key.need("KeyType").equals("HASH"))
                .map(key -> key.need("AttributeName"))
                .findFirst()
                .orElseThrow();
    }

    Table table(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new UnknownCall("a table " + name + ", which the template does not have");
        }
        return table;
    }
}
