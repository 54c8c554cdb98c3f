package guichet.cli;

import guichet.cli.deploy.Failure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table that a command reads or writes: the running local stack's, or that of a stack on AWS. */
record OpenTable(DynamoDbClient db, String name) implements AutoCloseable {
    /** @throws CommandFailure if neither is there */
    static OpenTable of(OnAws aws) {
        if (!aws.isChosen()) {
            var local = StackEndpoint.read();
            return new OpenTable(local.client(), local.table());
        }
        try {
            var stack = aws.find();
            return new OpenTable(stack.dynamoDb(), stack.table());
        } catch (Failure e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    /** For an exception of the SDK. */
    static CommandFailure unreachable(OnAws aws, Exception e) {
        return new CommandFailure("the table cannot be reached: " + e.getMessage()
                + (aws.isChosen() ? "" : "; is the stack running (./guichet start)?"));
    }

    @Override
    public void close() {
        db.close();
    }
}
