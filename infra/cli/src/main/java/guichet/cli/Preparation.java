package guichet.cli;

import guichet.local.Stack;
import guichet.store.DynamoDirectory;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** What `deploy` does in the cloud once the stack stands: a signing key; and, here, the sample people of every desk. */
public final class Preparation {
    private static final int KEY_BYTES = 32;

    private Preparation() {
    }

    /** The same twice changes nothing. @param root of the project, where the desks are */
    public static void of(Stack stack, Path root) throws IOException {
        var environment = stack.function("Portal").spec().environment();
        stack.aws().parameters().ensureSecret(environment.get("GUICHET_KEYS") + "/k1", Preparation::newKey);
        var endpoint = endpoint(stack);
        try (var db = endpoint.client()) {
            var directory = new DynamoDirectory(db, endpoint.table());
            var desks = Desks.in(root.resolve("desks"));
            desks.all().forEach(desk -> PeopleImport.into(directory, desks.people(desk)));
        }
    }

    static StackEndpoint endpoint(Stack stack) {
        return new StackEndpoint(stack.aws().dynamodb(), stack.function("Portal").spec().environment().get("GUICHET_TABLE"));
    }

    private static String newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
