package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.cli.bench.Bench;
import guichet.cli.bench.Benches;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private record Run(int exit, String out, String err) {}

    private static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Run(exit, out.toString(), err.toString());
    }

    @Test
    void an_unknown_measurement_is_one_line_with_the_known_ones() {
        var run = run("bench", "list", "speed");
        assertEquals(1, run.exit);
        assertEquals(
                "guichet: there is no measurement speed; there are: size, reading, masking, cold, life, mails, sweep, list\n",
                run.err);
    }

    @Test
    void a_size_out_of_bounds_is_one_line() {
        assertEquals(
                "guichet: --size 12 is not possible; allowed: 2000 to 1000000\n", run("bench", "--size", "12").err);
        assertEquals(1, run("bench", "--size", "many").err.lines().count());
    }

    @Test
    void help_names_every_measurement_and_every_command() {
        var names = Benches.ALL.stream().map(Bench::name).collect(Collectors.joining(", "));
        var bench = run("help", "bench").out.replaceAll("\\s+", " ");
        assertTrue(bench.contains(names), bench);
        var all = run("help").out;
        assertTrue(all.lines().anyMatch(line -> line.strip().startsWith("test ")), all);
    }

    @Test
    void tests_are_run_by_the_launcher() {
        assertEquals("guichet: tests are run by the launcher: ./guichet test\n", run("test").err);
    }
}
