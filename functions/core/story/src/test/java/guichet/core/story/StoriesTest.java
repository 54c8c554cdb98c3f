package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every story of every desk, in memory. */
class StoriesTest {
    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getParent().getFileName() + "/" + file.getFileName(),
                        file.toUri(),
                        () -> play(file)));
    }

    @Test
    void every_capability_of_the_desk_cloud_has_a_story() throws IOException {
        var told = new TreeSet<String>();
        for (var file : files()) {
            read(file).story().ifPresent(story -> told.addAll(story.ids()));
        }
        assertEquals(
                new TreeSet<>(IntStream.rangeClosed(1, 14)
                        .mapToObj("S3-%02d"::formatted)
                        .toList()),
                new TreeSet<>(told.stream().filter(id -> id.startsWith("S3-")).toList()));
    }

    private static void play(Path file) throws IOException {
        var read = read(file);
        assertEquals(List.of(), read.problems());
        var story = read.story().orElseThrow();
        var desk = Desks.read(story.desk());
        assertEquals(List.of(), StoryChecks.check(story, desk.cast()));
        var played = Player.play(story, desk.desk(), desk.world());
        assertTrue(played.failures().isEmpty(), () -> file + "\n" + String.join("\n", played.timeline()));
    }

    private static StoryFile read(Path file) throws IOException {
        return StoryFile.read(file.getFileName().toString(), Files.readString(file));
    }

    private static List<Path> files() throws IOException {
        try (var paths = Files.walk(Desks.FOLDER)) {
            var files = paths.filter(path -> path.getParent().endsWith("stories")
                            && path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertTrue(files.size() > 0, "no stories under " + Desks.FOLDER.toAbsolutePath());
            return files;
        }
    }
}
