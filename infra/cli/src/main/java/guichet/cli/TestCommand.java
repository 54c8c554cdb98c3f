package guichet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Stands here so that {@code help} lists it: the launcher runs the tests itself, through Maven, before there is
 * anything of ours to run.
 */
@Command(name = "test", description = "Every test that needs no cloud account; arguments go to Maven.")
final class TestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "for Maven, such as -Dtest=SlaTest")
    List<String> arguments = List.of();

    @Override
    public Integer call() {
        throw new CommandFailure("tests are run by the launcher: ./guichet test");
    }
}
