package guichet.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Bad usage is answered with one line, not with the whole help. */
public final class OneLineErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException bad, String[] args) {
        CommandLine command = bad.getCommandLine();
        String message = bad.getMessage().replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(message + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
