package guichet.core.story;

import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.desk.file.PeopleFile;
import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The desks that we ship, as a story's world needs them. */
public record Desks(Desk desk, People people) {
    static final Path FOLDER = Path.of("../../desks");

    public static Desks read(String id) {
        var folder = FOLDER.resolve(id);
        try {
            var desk = DeskFile.read(id + "/desk.yaml", Files.readAllBytes(folder.resolve("desk.yaml")))
                    .orThrow();
            return new Desks(
                    desk,
                    PeopleFile.read(desk, id + "/people.yaml", Files.readAllBytes(folder.resolve("people.yaml")))
                            .orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cast cast() {
        return new Cast(desk, people.contacts().stream().map(Contact::address).collect(Collectors.toSet()));
    }

    public InMemoryDirectory directory() {
        var directory = new InMemoryDirectory();
        people.organizations().forEach(directory::add);
        people.contacts().forEach(directory::add);
        return directory;
    }

    World world() {
        return new MemoryWorld(desk, directory());
    }
}
