package guichet.core.story;

import guichet.core.desk.Desk;
import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.People;
import guichet.fixtures.SampleDesk;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The desks that we ship, as a story's world needs them. */
record Desks(SampleDesk sample) {
    static final Path FOLDER = SampleDesk.FOLDER;

    static Desks read(String id) {
        return new Desks(SampleDesk.read(id));
    }

    Desk desk() {
        return sample.desk();
    }

    People people() {
        return sample.people();
    }

    InMemoryDirectory directory() {
        return sample.directory();
    }

    Cast cast() {
        return new Cast(
                desk(), people().contacts().stream().map(Contact::address).collect(Collectors.toSet()));
    }

    World world() {
        return new MemoryWorld(desk(), directory());
    }
}
