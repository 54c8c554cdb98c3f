package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoryCommandTest {
    private static final String GOOD = """
            story: S3-02 a request begins in Soumise
            desk: cloud
            steps:
            - 2026-03-02 10:00 alice@acme.example mails "Jira est lent"
            - the state is soumise
            """;

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void theDesksThatWeShip() {
        System.setProperty("guichet.root", "../..");
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty("guichet.root");
    }

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Run story(Path... files) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(new StoryCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(java.util.Arrays.stream(files).map(Path::toString).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    @Test
    void a_story_that_comes_out_prints_its_timeline_and_exits_0() throws IOException {
        var run = story(file("good.yaml", GOOD));
        assertEquals(0, run.exit, run.err);
        assertTrue(
                run.out.contains("2026-03-02 10:00        alice@acme.example mails \"Jira est lent\"")
                        && run.out.contains("✓ the state is soumise"),
                run.out);
        assertEquals("", run.err);
    }

    @Test
    void one_that_does_not_exits_1_with_expected_and_actual() throws IOException {
        var run = story(file("bad.yaml", GOOD.replace("is soumise", "is fermee")));
        assertEquals(1, run.exit);
        assertTrue(
                run.out.contains("✗ line 5: the state is fermee")
                        && run.out.contains("expected: fermee")
                        && run.out.contains("actual:   soumise"),
                run.out);
    }

    @Test
    void of_many_all_are_played_and_the_failed_ones_named() throws IOException {
        var run = story(file("bad.yaml", GOOD.replace("is soumise", "is fermee")), file("good.yaml", GOOD));
        assertEquals(1, run.exit);
        assertTrue(
                run.out.contains("✓ the state is soumise")
                        && run.out.contains("1 of 2 stories came out")
                        && run.out.contains("bad.yaml"),
                run.out);
    }

    @Test
    void a_mistake_is_told_with_file_and_line() throws IOException {
        var run = story(file("typo.yaml", GOOD.replace("the state is", "teh state is")));
        assertEquals(1, run.exit);
        assertTrue(run.err.contains("typo.yaml:5:") && run.err.contains("the state is {state}"), run.err);
    }

    @Test
    void a_story_beside_a_desk_of_its_own_plays_there() throws IOException {
        file(
                "cloud/desk.yaml",
                Files.readString(Path.of("../../desks/cloud/desk.yaml")).replace("soumise", "arrivee"));
        var run = story(file("cloud/stories/own.yaml", GOOD.replace("soumise", "arrivee")));
        assertEquals(0, run.exit, run.err + run.out);
    }

    @Test
    void the_sentences_of_stories_are_listed_on_request_and_a_file_is_wanted_else() {
        var out = new StringWriter();
        assertEquals(
                0,
                new CommandLine(new StoryCommand()).setOut(new PrintWriter(out)).execute("--sentences"));
        assertTrue(out.toString().contains("{who} replies \"{quote}\""), out::toString);
        assertEquals(2, Main.run("story"));
    }

    @Test
    void what_cannot_be_read_gives_one_line() throws IOException {
        var broken = Files.write(folder.resolve("latin1.yaml"), new byte[] {(byte) 0xe9, 0x0a});
        assertOneLine(story(folder.resolve("nowhere.yaml")), "no such file");
        assertOneLine(story(folder), "not a file");
        assertOneLine(story(broken), "UTF-8");
        assertOneLine(story(file("empty.yaml", "")), "empty");
        assertOneLine(story(file("desk.yaml", GOOD.replace("desk: cloud", "desk: ../etc"))), "there is no desk");
    }

    private static void assertOneLine(Run run, String part) {
        assertEquals(1, run.exit);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(run.err.contains(part), run.err);
    }
}
