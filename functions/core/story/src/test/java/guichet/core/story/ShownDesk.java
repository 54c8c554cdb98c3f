package guichet.core.story;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.FileProblem;
import guichet.core.desk.file.PeopleFile;
import guichet.core.desk.file.ReadResult;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A desk, its file as maps, lists and texts, and all by which a change of that file can be seen. */
final class ShownDesk {
    private static final String UNUSED = "no rule uses this text";
    final Object file;
    private final String id;
    private final Desk desk;
    private final Map<Function<Desk, String>, String> seen = new HashMap<>();
    private final List<Function<Desk, String>> showings = new ArrayList<>();

    ShownDesk(Path folder) {
        this.id = folder.getFileName().toString();
        this.file = new Load(
                        LoadSettings.builder().setSchema(new FailsafeSchema()).build())
                .loadFromString(text(folder.resolve("desk.yaml")));
        this.desk = DeskFile.read(id, dump(file)).orThrow();
        var people = PeopleFile.read(
                        desk, id, text(folder.resolve("people.yaml")).getBytes())
                .orThrow();
        showings.addAll(new Tour(desk, people).stages());
        stories(folder).forEach(story -> showings.add(other -> play(story, other, people)));
    }

    /** As it is read, without the texts that nothing uses any more. */
    static ReadResult<Desk> read(Object file) {
        var result = DeskFile.read("", dump(file));
        var unused = result.problems().stream()
                .filter(problem -> problem.message().equals(UNUSED))
                .map(FileProblem::value)
                .toList();
        if (unused.isEmpty()) {
            return result;
        }
        var kept = new LinkedHashMap<>(DeskWords.map(file));
        var texts = new LinkedHashMap<>(DeskWords.map(kept.get("texts")));
        unused.forEach(texts::remove);
        kept.put("texts", texts);
        if (texts.isEmpty()) {
            kept.remove("texts");
        }
        return read(kept);
    }

    /** Whether anything goes otherwise at the one than at the other; both were read from files like this one. */
    boolean differ(Desk one, Desk other) {
        return !one.equals(other)
                && showings.stream().anyMatch(showing -> !see(showing, one).equals(see(showing, other)));
    }

    private String see(Function<Desk, String> showing, Desk other) {
        return other.equals(desk) ? seen.computeIfAbsent(showing, it -> it.apply(desk)) : showing.apply(other);
    }

    private static String play(Story story, Desk desk, People people) {
        var directory = new InMemoryDirectory();
        people.organizations().forEach(directory::add);
        people.contacts().forEach(directory::add);
        return String.join(
                "\n", Player.play(story, desk, new MemoryWorld(desk, directory)).timeline());
    }

    private static List<Story> stories(Path folder) {
        if (!Files.exists(folder.resolve("stories"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("stories"))) {
            return files.sorted()
                    .map(file -> StoryFile.read("", text(file)).story().orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dump(Object file) {
        return new Dump(DumpSettings.builder().setSchema(new FailsafeSchema()).build()).dumpToString(file);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
