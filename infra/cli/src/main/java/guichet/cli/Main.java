package guichet.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Bad input gives one clear line on standard error, and exit code 1 or 2; never a stack trace. */
@Command(
        name = "./guichet",
        description = "A serverless helpdesk: a company's support process is a file.",
        subcommands = {
            StartCommand.class,
            MailCommand.class,
            SweepCommand.class,
            ImportCommand.class,
            TicketCommand.class,
            ParkedCommand.class,
            DeadCommand.class,
            DeskCommand.class,
            StoryCommand.class,
            HoursCommand.class,
            BenchCommand.class,
            TestCommand.class,
            MutateCommand.class,
            DeployCommand.class,
            AccessCommand.Grant.class,
            AccessCommand.Revoke.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return commandLine().execute(args.length == 0 ? new String[] {"help"} : args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::report)
                .setParameterExceptionHandler(new OneLineErrors())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        var expected = e instanceof CommandFailure;
        command.getErr().println("guichet: " + (expected ? e.getMessage() : "unexpected: " + e));
        if (!expected && System.getenv("GUICHET_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        }
        return 1;
    }

    /** The project's root: where desks, template and function zips are. */
    static Path root() {
        return Path.of(System.getProperty("guichet.root", "."));
    }
}
