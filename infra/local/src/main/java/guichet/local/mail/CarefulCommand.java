package guichet.local.mail;

import java.io.IOException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** A command of the server, behind a look at what it was given: whatever that is, one line answers it. */
record CarefulCommand(Command command) implements Command {
    @Override
    public void execute(String line, Session session) throws IOException, DropConnectionException {
        var problem = SmtpParameters.problem(line);
        if (problem.isPresent()) {
            session.sendResponse(problem.get());
            return;
        }
        try {
            command.execute(line, session);
        } catch (RuntimeException e) {
            session.sendResponse("501 5.5.2 Syntax error in parameters");
        }
    }

    @Override
    public HelpMessage getHelp() throws CommandException {
        return command.getHelp();
    }

    @Override
    public String getName() {
        return command.getName();
    }
}
