package guichet.cli;

import guichet.core.desk.file.PeopleFile;
import guichet.core.desk.file.ReadResult;
import guichet.store.DynamoDirectory;
import guichet.store.desks.Desks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Organizations and people into a running stack, on this machine or on AWS. */
@Command(
        name = "import",
        description =
                "Organizations and people into a running stack, from CSV or YAML; the same twice changes nothing.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DESK")
    String deskId;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    List<Path> files;

    @Mixin
    OnAws aws;

    @Override
    public Integer call() {
        var desk = Desks.in(Main.root().resolve("desks"))
                .desk(deskId)
                .orElseThrow(() -> new CommandFailure("there is no desk " + deskId + " under desks/; there are "
                        + String.join(
                                ", ", Desks.in(Main.root().resolve("desks")).ids())));
        try (var table = OpenTable.of(aws)) {
            var directory = new DynamoDirectory(table.db(), table.name());
            for (var file : files) {
                switch (PeopleFile.read(desk, file.toString(), DeskFiles.content(file))) {
                    case ReadResult.Bad<?> bad -> {
                        bad.problems()
                                .forEach(problem -> spec.commandLine().getErr().println(problem));
                        return 1;
                    }
                    case ReadResult.Good<guichet.core.people.People>(var people) -> {
                        PeopleImport.into(directory, people);
                        spec.commandLine()
                                .getOut()
                                .println(file + ": " + people.organizations().size() + " organizations, "
                                        + people.contacts().size() + " people");
                    }
                }
            }
            return 0;
        } catch (SdkException e) {
            throw OpenTable.unreachable(aws, e);
        }
    }
}
