package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a repository whose launcher answers with figures that it was written with. */
class BenchAgainstTest {
    @TempDir
    Path root;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void two_revisions() throws Exception {
        System.setProperty("guichet.root", root.toString());
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@guichet.example");
        Files.writeString(root.resolve(".gitignore"), "target/\n");
        launcher("""
            [{"name": "size", "figure": "largest", "measured": 10, "unit": "MB", "how": "weighed"},
             {"name": "size", "figure": "old", "measured": 1, "unit": "MB", "how": "weighed"}]""", "size, speed");
        commit("The first");
        git("tag", "first");
        launcher("""
            [{"name": "size", "figure": "largest", "measured": 12, "unit": "MB", "how": "weighed"}]""", "size, life");
        commit("The second");
    }

    @AfterEach
    void forget() {
        System.clearProperty("guichet.root");
    }

    /** Answers for the rows of that list, and says on standard error what it was asked. */
    private void launcher(String json, String rows) throws IOException {
        var file = root.resolve("guichet");
        Files.writeString(file, """
            #!/usr/bin/env bash
            echo "guichet: building nothing …" >&2
            echo "asked: $*" >&2
            case " ROWS," in
              *" $2,"*) echo 'JSON' ;;
              *) echo "guichet: there is no measurement $2; there are: ROWS" >&2; exit 1 ;;
            esac
            """.replace("ROWS", rows).replace("JSON", json));
        assertTrue(file.toFile().setExecutable(true));
    }

    private void commit(String subject) throws Exception {
        git("add", "-A");
        git("commit", "--quiet", "-m", subject);
    }

    private String git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }

    private static Run bench(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(arguments));
        var exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    @Test
    void both_revisions_are_run_and_their_figures_compared() throws Exception {
        var run = bench("size", "--against", "first", "--rounds", "2");
        assertEquals(0, run.exit, run.err);
        assertTrue(
                run.out.startsWith("ours: " + git("rev-parse", "HEAD").substring(0, 10) + " The second  \n"), run.out);
        assertTrue(
                run.out.contains("theirs: " + git("rev-parse", "first").substring(0, 10) + " The first  \n"), run.out);
        assertTrue(run.out.contains("| size | largest | 1.2 **worse** | 12 MB | 10 MB | – | weighed |"), run.out);
        assertTrue(run.out.contains("| size | old | not in ours | – | 1 MB |"), run.out);
        assertTrue(run.out.contains("| speed | all | not in ours |"), run.out);
        assertTrue(run.err.contains("guichet: ours: building nothing …\n"), run.err);
        assertTrue(run.err.contains("guichet: round 2 of 2, size: ours …\n"), run.err);
    }

    @Test
    void each_revision_is_asked_for_a_row_once_a_round_with_the_same_options() throws Exception {
        bench("size", "--against", "HEAD~1", "--rounds", "2", "--java-options", "-Xmx300m");
        var row = "asked: bench size --json --size 5000 --java-options -Xmx300m";
        var expected = List.of("asked: bench ? --json", row, row);
        for (var log : List.of("ours", git("rev-parse", "first").substring(0, 10))) {
            assertEquals(
                    expected,
                    Files.readAllLines(root.resolve("target/against/" + log + ".log")).stream()
                            .filter(line -> line.startsWith("asked"))
                            .toList());
        }
    }

    @Test
    void a_row_that_they_do_not_have_is_ours_alone() throws Exception {
        var run = bench("life", "--against", "first", "--rounds", "1");
        assertEquals(0, run.exit, run.err);
        var first = git("rev-parse", "first").substring(0, 10);
        assertTrue(run.out.contains("| size | largest | not in " + first + " | 12 MB | – |"), run.out);
        assertFalse(run.err.contains("life: " + first), run.err);
    }

    @Test
    void uncommitted_changes_are_measured_and_said() throws Exception {
        launcher("""
            [{"name": "size", "figure": "largest", "measured": 15, "unit": "MB", "how": "weighed"}]""", "size");
        Files.writeString(root.resolve("new.txt"), "new");
        var run = bench("size", "--against", "HEAD", "--rounds", "1");
        assertTrue(run.out.contains("The second; **with uncommitted changes** in 2 files: guichet, new.txt"), run.out);
        assertTrue(run.out.contains("| size | largest | 1.25 **worse** | 15 MB | 12 MB |"), run.out);
    }

    @Test
    void a_launcher_that_changes_meanwhile_is_said_to_have() throws Exception {
        assertFalse(bench("size", "--against", "first", "--rounds", "1").out.contains("changed while"));
        launcher("[]'; echo '# more' >> \"$0\"; echo '", "size");
        commit("Changes itself");
        var run = bench("size", "--against", "first", "--rounds", "1");
        assertTrue(run.out.contains("Changes itself; **changed while it was measured**"), run.out);
    }

    @Test
    void json_has_the_ratio() throws Exception {
        var run = bench("size", "--against", "first", "--rounds", "1", "--json");
        var json = new ObjectMapper().readTree(run.out);
        assertEquals("The first", json.at("/theirs/subject").asText());
        assertEquals(1.2, json.at("/figures/0/ratio/median").asDouble(), 1e-9);
        assertEquals("speed", json.at("/unknownToUs/0").asText());
    }

    @Test
    void what_was_built_is_found_again_and_git_lists_no_worktree_of_it() throws Exception {
        bench("size", "--against", "first", "--rounds", "1");
        var checkout =
                root.resolve("target/against/" + git("rev-parse", "first").substring(0, 10));
        var built = Files.createDirectories(checkout.resolve("target")).resolve("built");
        Files.writeString(built, "");
        assertEquals(0, bench("size", "--against", "first", "--rounds", "1").exit);
        assertTrue(Files.exists(built), "built once");
        assertEquals(1, git("worktree", "list").lines().count());
        assertEquals("", git("status", "--porcelain"));
        Files.writeString(checkout.resolve("guichet"), "changed");
        assertEquals(0, bench("size", "--against", "first", "--rounds", "1").exit);
        assertFalse(Files.exists(built), "what somebody changed is checked out anew");
    }

    @Test
    void the_three_last_used_are_kept() throws Exception {
        for (int i = 0; i < 4; i++) {
            Files.writeString(root.resolve("number"), Integer.toString(i));
            commit("Number " + i);
            assertEquals(0, bench("size", "--against", "HEAD", "--rounds", "1").exit);
        }
        try (var kept = Files.list(root.resolve("target/against"))) {
            assertEquals(3, kept.filter(Files::isDirectory).count());
        }
        assertTrue(Files.isDirectory(
                root.resolve("target/against/" + git("rev-parse", "HEAD").substring(0, 10))));
    }

    @Test
    void a_wrong_revision_is_one_line() {
        var run = bench("size", "--against", "nonsense");
        assertEquals(1, run.exit);
        assertEquals(
                "guichet: there is no revision nonsense in this repository; it may be a commit, a branch, a tag, or such"
                        + " as HEAD~3\n",
                run.err);
    }

    @Test
    void a_folder_that_is_no_repository_is_one_line(@TempDir Path elsewhere) {
        System.setProperty("guichet.root", elsewhere.toString());
        var run = bench("size", "--against", "HEAD");
        assertEquals(1, run.exit);
        assertTrue(
                run.err.startsWith("guichet: another revision can be measured in a git repository alone: ")
                        && run.err.lines().count() == 1,
                run.err);
    }

    @Test
    void a_revision_without_a_bench_is_said_to_have_none() throws Exception {
        Files.writeString(root.resolve("guichet"), "#!/usr/bin/env bash\necho 'no such command' >&2\nexit 2\n");
        commit("Without a bench");
        git("tag", "none");
        git("reset", "--hard", "--quiet", "HEAD~1");
        var run = bench("size", "--against", "none");
        assertEquals(1, run.exit);
        assertTrue(run.err.contains(" has no bench that can be run: no such command (all of it: "), run.err);
    }

    @Test
    void a_measurement_that_fails_is_said_with_its_last_words() throws Exception {
        launcher("'; echo out of memory >&2; exit 3; echo '", "size");
        var run = bench("size", "--against", "first", "--rounds", "1");
        assertEquals(1, run.exit);
        assertTrue(run.err.contains("guichet: measuring size of ours failed: out of memory (all of it: "), run.err);
    }

    @Test
    void rounds_are_for_a_comparison_and_within_bounds() {
        assertEquals("guichet: --rounds is for a comparison: say --against REV too\n", bench("--rounds", "2").err);
        assertEquals(
                "guichet: --rounds 0 is not possible; allowed: 1 to 99\n",
                bench("--against", "first", "--rounds", "0").err);
    }
}
