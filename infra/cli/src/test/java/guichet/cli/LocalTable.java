package guichet.cli;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.TableMaker;
import guichet.local.template.Template;
import guichet.store.Aws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's table, empty, in this JVM. */
public record LocalTable(EmbeddedAws aws, DynamoDbClient db) implements AutoCloseable {
    public static final String NAME = "guichet";

    public static LocalTable make() throws IOException {
        var aws = EmbeddedAws.start(null);
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        var db = new Aws(Region.EU_WEST_1, credentials, Optional.of(aws.dynamodb())).dynamoDb();
        new TableMaker(db).create(NAME, Template.read(Path.of("../../template.yaml"), NAME, Map.of()).resources("AWS::DynamoDB::Table").values().iterator().next());
        return new LocalTable(aws, db);
    }

    @Override
    public void close() {
        db.close();
        aws.close();
    }
}
