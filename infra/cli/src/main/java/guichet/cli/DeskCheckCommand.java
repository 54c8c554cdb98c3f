package guichet.cli;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.PeopleFile;
import guichet.core.desk.file.ReadResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code guichet desk check FILE…}: prints nothing for good files, else each problem on a line. A file named
 * {@code desk.yaml} is checked together with what stands beside it in the desk's folder: its {@code people.yaml}, the
 * tables of its duties. Desk files of one call are checked as desks that run side by side.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads desk files (or people files): prints nothing, or each problem with file, line, path, value and"
                        + " what is allowed. Desks of one call share no address; an address that forwards to a desk"
                        + " stands under \"address\" there, and is no blind copy.")
public final class DeskCheckCommand implements Callable<Integer> {
    private static final Pattern DESK = Pattern.compile("(?m)^desk[ \t]*:");
    private static final Pattern PEOPLE = Pattern.compile("(?m)^organizations[ \t]*:");

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "a desk file, or a people file (YAML or CSV) beside one")
    private List<Path> files;

    private final DesksTogether together = new DesksTogether();

    @Spec
    private CommandSpec spec;

    /** 0 if nothing is wrong, else 1. */
    @Override
    public Integer call() {
        var problems = new LinkedHashSet<FileProblem>();
        files.forEach(file -> problems.addAll(check(file)));
        problems.addAll(together.problems());
        var out = spec.commandLine().getOut();
        problems.forEach(out::println);
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private List<FileProblem> check(Path file) {
        var content = DeskFiles.content(file);
        if (isPeople(file, content)) {
            var beside = file.resolveSibling("desk.yaml");
            if (!Files.isRegularFile(beside)) {
                return List.of(new FileProblem(
                        file.toString(),
                        0,
                        "",
                        "",
                        "",
                        "there is no desk.yaml beside this file, against which to check it"));
            }
            return switch (DeskFile.read(beside.toString(), DeskFiles.content(beside))) {
                case ReadResult.Good<Desk>(var desk) ->
                    PeopleFile.read(desk, file.toString(), content).problems();
                case ReadResult.Bad<Desk>(var problems) -> problems;
            };
        }
        return switch (DeskFile.read(file.toString(), content)) {
            case ReadResult.Good<Desk>(var desk) -> {
                together.add(file, desk);
                yield file.endsWith("desk.yaml") ? beside(desk, file) : List.of();
            }
            case ReadResult.Bad<Desk>(var problems) -> problems;
        };
    }

    private static boolean isPeople(Path file, byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        return file.toString().endsWith(".csv")
                || file.endsWith("people.yaml")
                || PEOPLE.matcher(text).find() && !DESK.matcher(text).find();
    }

    private static List<FileProblem> beside(Desk desk, Path file) {
        var problems = new ArrayList<FileProblem>();
        var people = file.resolveSibling("people.yaml");
        if (Files.isRegularFile(people)) {
            problems.addAll(PeopleFile.read(desk, people.toString(), DeskFiles.content(people))
                    .problems());
        }
        desk.office()
                .duties()
                .forEach(duty -> duty.table()
                        .filter(table -> !Files.isRegularFile(file.resolveSibling(table)))
                        .ifPresent(table -> problems.add(new FileProblem(
                                file.toString(),
                                0,
                                "duties." + duty.name() + ".table",
                                table,
                                "a file beside the desk file",
                                "there is no such table"))));
        return problems;
    }
}
