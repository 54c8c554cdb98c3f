package guichet.cli.deploy;

import guichet.store.Aws;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack in an AWS account, seen with the credentials that the AWS CLI has. */
public record DeployedStack(AwsCli aws, String name, Map<String, String> outputs) {
    /** @throws Failure if there is none of that name */
    public static DeployedStack find(AwsCli aws, String name) {
        var outputs = aws.outputs(name);
        if (!outputs.containsKey("Table")) {
            throw new Failure("there is no stack " + name + " in " + aws.region() + "; ./guichet deploy makes one");
        }
        return new DeployedStack(aws, name, outputs);
    }

    public String table() {
        return outputs.get("Table");
    }

    public DynamoDbClient dynamoDb() {
        return sdk().dynamoDb();
    }

    public SqsClient queues() {
        return sdk().client(SqsClient.builder());
    }

    /** The SDK knows neither the CLI's profiles nor single sign-on: the CLI hands its credentials over. */
    private Aws sdk() {
        var keys = aws.json("configure", "export-credentials", "--format", "process");
        var id = keys.path("AccessKeyId").asText();
        var secret = keys.path("SecretAccessKey").asText();
        var session = keys.path("SessionToken").asText("");
        var credentials = session.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, session);
        return new Aws(Region.of(aws.region()), StaticCredentialsProvider.create(credentials), Optional.empty());
    }
}
