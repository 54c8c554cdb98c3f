package guichet.cli;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.TableMaker;
import guichet.local.template.Template;
import guichet.store.Aws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's table, empty, in this JVM. */
public record LocalTable(EmbeddedAws aws, DynamoDbClient db) implements AutoCloseable {
    public static final String NAME = "guichet";

    public static LocalTable make() throws IOException {
        var aws = EmbeddedAws.start(null);
        var db = Aws.at(aws.dynamodb()).dynamoDb();
        new TableMaker(db)
                .create(
                        NAME,
                        Template.read(Path.of("../../template.yaml"), NAME, Map.of())
                                .resources("AWS::DynamoDB::Table")
                                .values()
                                .iterator()
                                .next());
        return new LocalTable(aws, db);
    }

    @Override
    public void close() {
        db.close();
        aws.close();
    }
}
