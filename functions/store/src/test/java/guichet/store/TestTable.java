package guichet.store;

import guichet.local.template.TableMaker;
import guichet.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table as the template has it. */
final class TestTable {
    private static final Path TEMPLATE = Path.of("../../template.yaml");

    private TestTable() {}

    static void create(DynamoDbClient db, String name) {
        try {
            var tables = Template.read(TEMPLATE, "test", Map.of()).resources("AWS::DynamoDB::Table");
            new TableMaker(db).create(name, tables.values().iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
