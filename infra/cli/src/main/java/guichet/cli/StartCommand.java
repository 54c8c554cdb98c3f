package guichet.cli;

import guichet.local.Config;
import guichet.local.Stack;
import guichet.local.StartException;
import guichet.store.DynamoDirectory;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole helpdesk on this machine, in the foreground, with the sample people of every desk. */
@Command(name = "start", description = "The whole helpdesk on this machine, on an embedded AWS; interrupt it to stop.")
final class StartCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;

    @Spec
    CommandSpec spec;

    @Option(names = "--fresh", description = "start empty: forget tickets, mails, people and queues of earlier runs")
    boolean fresh;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var out = spec.commandLine().getOut();
        try {
            var config = Config.fromEnvironment(Main.root(), fresh, System.getenv());
            var stack = Stack.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            prepare(stack).write();
            out.println("ready " + stack.uri());
            out.println("mail in: 127.0.0.1:" + stack.smtpPort() + " · mail out: " + stack.uri() + "/_local/ · data: " + config.data());
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (StartException | IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    /** What `deploy` does in the cloud: a signing key; and the sample people. */
    static StackEndpoint prepare(Stack stack) throws IOException {
        var environment = stack.function("Portal").spec().environment();
        stack.aws().parameters().ensureSecret(environment.get("GUICHET_KEYS") + "/k1", StartCommand::newKey);
        var endpoint = new StackEndpoint(stack.aws().dynamodb(), environment.get("GUICHET_TABLE"));
        try (var db = endpoint.client()) {
            var directory = new DynamoDirectory(db, endpoint.table());
            var desks = Desks.in(Main.root().resolve("desks"));
            desks.all().forEach(desk -> PeopleImport.into(directory, desks.people(desk)));
        }
        return endpoint;
    }

    private static String newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
