package guichet.cli;

import guichet.cli.deploy.Failure;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What lies in dead-letter queues. */
@Command(
        name = "dead",
        description = "What lies in dead-letter queues: queue, age, what it is about, and why, where that is known. "
                + "Nothing is taken out.")
final class DeadCommand implements Callable<Integer> {
    private static final int MOST = 100;
    private static final String LOCAL = "guichet-";

    @Spec
    CommandSpec spec;

    @Mixin
    OnAws aws;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            if (!aws.isChosen()) {
                try (var sqs = StackEndpoint.read().queues()) {
                    return run(sqs, LOCAL, new FunctionLogs(StackEndpoint.logs()), Instant.now(), out);
                }
            }
            var stack = aws.find();
            try (var sqs = stack.queues()) {
                return run(sqs, stack.name() + "-", FunctionLogs.ELSEWHERE, Instant.now(), out);
            }
        } catch (Failure e) {
            throw new CommandFailure(e.getMessage());
        } catch (SdkException | IllegalArgumentException e) {
            throw new CommandFailure("the queues cannot be reached: " + e.getMessage()
                    + (aws.isChosen() ? "" : "; is the stack running (./guichet start)?"));
        }
    }

    static int run(SqsClient sqs, String prefix, FunctionLogs logs, Instant now, PrintWriter out) {
        var dead = new DeadLetters(sqs, prefix).list(MOST);
        for (var letter : dead) {
            var why = letter.error().or(() -> logs.why(letter.id()));
            out.println(letter.queue() + "  " + letter.age(now) + "  " + letter.about() + "  "
                    + why.orElse("the log names it " + letter.id()));
        }
        if (dead.isEmpty()) {
            out.println("no dead letters");
        }
        return 0;
    }
}
