package guichet.cli;

import guichet.local.Stack;
import guichet.store.DynamoDirectory;
import guichet.store.SignInBindings;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a stack on this machine is given once it stands: the sample people of every desk, and access for whoever asks
 * for a token.
 */
public final class SampleData {
    private SampleData() {}

    /** The same twice changes nothing. @param root of the project, where the desks are */
    public static void of(Stack stack, Path root) throws IOException {
        var endpoint = endpoint(stack);
        var db = endpoint.client(); // as long as the stack
        var directory = new DynamoDirectory(db, endpoint.table());
        var desks = Desks.in(root.resolve("desks"));
        desks.all().forEach(desk -> PeopleImport.into(directory, desks.people(desk)));
        var bindings = new SignInBindings(db, endpoint.table());
        stack.approve((sub, address) ->
                bindings.bind(new SignInBindings.Binding(sub, address, "POST /_local/token", Instant.now())));
    }

    static StackEndpoint endpoint(Stack stack) {
        return new StackEndpoint(
                stack.aws().dynamodb(),
                stack.function("Portal").spec().environment().get("GUICHET_TABLE"),
                stack.aws().sqs());
    }
}
