package guichet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands here so that {@code help} lists it: the launcher runs it, on a class path of its own (infra/mutation). */
@Command(
        name = "mutate",
        description = "Breaks the rules one by one, and lists those that turned no test red; --help says more.")
final class MutateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ARGUMENT",
            arity = "0..*",
            description = "parts, such as clocks; --since REV, --minutes N")
    List<String> arguments = List.of();

    @Override
    public Integer call() {
        throw new CommandFailure("rules are broken by the launcher: ./guichet mutate");
    }
}
