package guichet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guichet desk}: what can be done with a desk file without a running stack. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        subcommands = {DeskCheckCommand.class, DeskShowCommand.class, DeskSchemaCommand.class},
        description = "Checks and draws desk files, and describes them to editors.")
public final class DeskCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: desk check FILE…, desk show FILE or desk schema");
    }
}
