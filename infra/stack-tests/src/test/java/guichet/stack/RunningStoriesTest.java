package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.people.Contact;
import guichet.core.story.Cast;
import guichet.core.story.Player;
import guichet.core.story.StoryChecks;
import guichet.core.story.StoryFile;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every story of every desk, on one running stack; each finds it as if nothing had happened. */
@Tag("stack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningStoriesTest {
    private static final Path FOLDER = Helpdesk.ROOT.resolve("desks");
    private final Desks desks = Desks.in(FOLDER);
    private Helpdesk helpdesk;
    private Baseline empty;

    @BeforeAll
    void start() throws IOException {
        helpdesk = Helpdesk.start(Helpdesk.config().withWindow(Duration.ZERO));
        empty = helpdesk.baseline();
    }

    @AfterAll
    void stop() {
        helpdesk.close();
    }

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        var files = new ArrayList<Path>();
        for (var desk : desks.ids()) {
            try (var stories = Files.list(FOLDER.resolve(desk).resolve("stories"))) {
                stories.sorted().forEach(files::add);
            }
        }
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), file.toUri(), () -> play(file)));
    }

    private void play(Path file) throws IOException {
        var read = StoryFile.read(file.getFileName().toString(), Files.readString(file));
        assertEquals(List.of(), read.problems());
        var story = read.story().orElseThrow();
        var desk = desks.desk(story.desk()).orElseThrow();
        var customers =
                desks.people(desk).contacts().stream().map(Contact::address).collect(Collectors.toSet());
        assertEquals(List.of(), StoryChecks.check(story, new Cast(desk, customers)));
        empty.restore();
        var played = Player.play(story, desk, new RunningWorld(helpdesk, desk));
        assertTrue(played.failures().isEmpty(), () -> file + "\n" + String.join("\n", played.timeline()));
        assertEquals(Map.of(), helpdesk.deadLetters());
    }
}
