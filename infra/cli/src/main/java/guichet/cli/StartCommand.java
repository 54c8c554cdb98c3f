package guichet.cli;

import guichet.local.Config;
import guichet.local.Foreground;
import guichet.local.StartException;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole helpdesk on this machine, in the foreground, with the sample people of every desk. */
@Command(name = "start", description = "The whole helpdesk on this machine, on an embedded AWS; interrupt it to stop.")
final class StartCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--fresh", description = "start empty: forget tickets, mails, people and queues of earlier runs")
    boolean fresh;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var out = spec.commandLine().getOut();
        try {
            var config = Config.fromEnvironment(Main.root(), fresh, System.getenv())
                    .withMailDomains(Desks.in(Main.root().resolve("desks")).mailDomains());
            Foreground.run(config, stack -> {
                SampleData.of(stack, Main.root());
                SampleData.endpoint(stack).write();
                out.println("ready " + stack.uri());
                out.println("mail in: 127.0.0.1:" + stack.smtpPort() + " · mail out: " + stack.uri()
                        + "/_local/ · data: " + config.data());
                out.flush();
            });
            return 0;
        } catch (StartException | IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage());
        }
    }
}
