package guichet.cli;

import guichet.cli.deploy.Failure;
import guichet.cli.deploy.SignInAccess;
import guichet.store.SignInBindings;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Who may sign in, on AWS. The local stack lets in whoever asks for a token. */
abstract class AccessCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    OnAws aws;

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "the person's mail address")
    String address;

    @Command(
            name = "grant",
            description =
                    "Lets a person sign in, on AWS, as this mail address: invites whoever is new, and binds them to"
                            + " it.")
    static final class Grant extends AccessCommand {
        @Override
        void change(SignInAccess access) {
            access.grant(address, Instant.now());
        }
    }

    @Command(name = "revoke", description = "Takes back what grant gave.")
    static final class Revoke extends AccessCommand {
        @Override
        void change(SignInAccess access) {
            access.revoke(address);
        }
    }

    abstract void change(SignInAccess access);

    @Override
    public Integer call() {
        try {
            var stack = aws.find();
            try (var db = stack.dynamoDb()) {
                change(new SignInAccess(
                        stack,
                        new SignInBindings(db, stack.table()),
                        spec.commandLine().getOut()::println));
            }
            return 0;
        } catch (Failure e) {
            throw new CommandFailure(e.getMessage());
        } catch (SdkException e) {
            throw new CommandFailure("the table cannot be reached: " + e.getMessage());
        }
    }
}
