package guichet.cli;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.PeopleFile;
import guichet.core.desk.file.ReadResult;
import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.People;
import guichet.core.story.Cast;
import guichet.core.story.Grammar;
import guichet.core.story.MemoryWorld;
import guichet.core.story.Played;
import guichet.core.story.Player;
import guichet.core.story.Story;
import guichet.core.story.StoryChecks;
import guichet.core.story.StoryFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guichet story}: plays stories against the core, in simulated time. */
@Command(
        name = "story",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Plays stories against the core, in simulated time, and prints the timeline; exits 1 where one fails.")
public final class StoryCommand implements Callable<Integer> {
    private static final long LARGEST = 1_000_000;

    @Option(names = "--sentences", description = "only lists the sentences that a story may hold")
    private boolean sentences;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "a story; its desk is the folder around its own, or of that name under desks/")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    private final Map<Path, Desk> desks = new HashMap<>();

    /** 0 if every story came out, 1 if one did not or cannot be played. */
    @Override
    public Integer call() {
        if (sentences) {
            Grammar.forms().forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        if (files == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
        var failed = files.stream().filter(file -> !play(file)).toList();
        spec.commandLine().getOut().flush();
        if (files.size() > 1) {
            spec.commandLine()
                    .getOut()
                    .println(files.size() - failed.size() + " of " + files.size() + " stories came out"
                            + (failed.isEmpty()
                                    ? ""
                                    : "; these did not: "
                                            + String.join(
                                                    ", ",
                                                    failed.stream()
                                                            .map(Path::toString)
                                                            .toList())));
        }
        return failed.isEmpty() ? 0 : 1;
    }

    private boolean play(Path file) {
        try {
            var read = StoryFile.read(file.toString(), text(file));
            if (read.story().isEmpty()) {
                return tell(read.problems());
            }
            return play(file, read.story().get());
        } catch (CommandFailure bad) {
            spec.commandLine().getErr().println("guichet: " + bad.getMessage());
            return false;
        }
    }

    private boolean play(Path file, Story story) {
        var folder = folder(file, story);
        var desk = desks.computeIfAbsent(folder, StoryCommand::desk);
        var people = people(folder, desk);
        var problems = StoryChecks.check(
                story,
                new Cast(desk, people.contacts().stream().map(Contact::address).collect(Collectors.toSet())));
        return problems.isEmpty()
                ? tell(Player.play(story, desk, new MemoryWorld(desk, directory(people))))
                : tell(problems);
    }

    private boolean tell(Played played) {
        played.timeline().forEach(spec.commandLine().getOut()::println);
        return played.failures().isEmpty();
    }

    private boolean tell(List<FileProblem> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return false;
    }

    /**
     * A story in {@code desks/NAME/stories} plays at the desk of that folder; any other at the desk of that name that
     * we ship.
     */
    private static Path folder(Path file, Story story) {
        var around = file.toAbsolutePath().normalize().getParent().getParent();
        if (around != null && around.endsWith(story.desk()) && Files.isRegularFile(around.resolve("desk.yaml"))) {
            return around;
        }
        var shipped = Main.root().resolve("desks");
        if (!story.desk().matches("[a-z][a-z0-9]{0,31}")
                || !Files.isRegularFile(shipped.resolve(story.desk()).resolve("desk.yaml"))) {
            throw new CommandFailure(file + ": there is no desk \"" + story.desk()
                    + "\"; a story says which one it plays at: a folder of desks/ that holds a desk.yaml");
        }
        return shipped.resolve(story.desk());
    }

    private static Desk desk(Path folder) {
        var file = folder.resolve("desk.yaml");
        return good(file, DeskFile.read(file.toString(), content(file)));
    }

    private static People people(Path folder, Desk desk) {
        var file = folder.resolve("people.yaml");
        return Files.exists(file)
                ? good(file, PeopleFile.read(desk, file.toString(), content(file)))
                : new People(List.of(), List.of());
    }

    private static <T> T good(Path file, ReadResult<T> reading) {
        return switch (reading) {
            case ReadResult.Good<T>(var content) -> content;
            case ReadResult.Bad<T>(var problems) ->
                throw new CommandFailure(problems.getFirst()
                        + (problems.size() == 1
                                ? ""
                                : " - the first of " + problems.size() + " mistakes; see ./guichet desk check "
                                        + file));
        };
    }

    private static InMemoryDirectory directory(People people) {
        var directory = new InMemoryDirectory();
        people.organizations().forEach(directory::add);
        people.contacts().forEach(directory::add);
        return directory;
    }

    private static String text(Path file) {
        try {
            return java.nio.charset.StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(content(file)))
                    .toString();
        } catch (CharacterCodingException bad) {
            throw new CommandFailure(file + ": not UTF-8 text");
        }
    }

    private static byte[] content(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new CommandFailure(file + ": no such file");
            }
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure(file + ": not a file");
            }
            if (Files.size(file) > LARGEST) {
                throw new CommandFailure(file + ": too long, at most " + LARGEST + " bytes are read");
            }
            return Files.readAllBytes(file);
        } catch (IOException bad) {
            throw new CommandFailure(file + ": cannot be read: " + bad.getMessage());
        }
    }
}
