package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.cli.SampleData;
import guichet.cli.bench.Bench;
import guichet.cli.bench.BenchResult;
import guichet.cli.bench.Benches;
import guichet.cli.bench.Scale;
import guichet.cli.bench.StackUnderTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bench at a tiny scale: that it measures what it says it does. How fast anything is, no test asks. */
class BenchTest {
    private static final Path ROOT = Path.of(System.getProperty("guichet.root"));
    private static final Scale TINY = new Scale(5, 5, 5, 5, 20, 1);
    private static final int TICKETS = 60;
    private static final Set<String> FUNCTIONS =
            Set.of("InboundMail", "Portal", "Sweep", "DueWorker", "Fanout", "Notifier", "Feedback");
    private static Map<String, List<BenchResult>> results;
    private static StackUnderTest stack;

    @BeforeAll
    static void measureAll() throws Exception {
        stack = new StackUnderTest(ROOT, Map.of(), started -> SampleData.of(started, ROOT));
        results = new LinkedHashMap<>();
        for (var bench : Benches.ALL) {
            results.put(bench.name(), bench.run(new Bench.Setting(ROOT, stack, TICKETS, TINY)));
        }
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static BenchResult figure(String bench, Predicate<BenchResult> which) {
        return results.get(bench).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError(bench + " has no such figure: " + results.get(bench)));
    }

    private static BenchResult figure(String bench, String ending) {
        return figure(bench, result -> result.figure().endsWith(ending));
    }

    @Test
    void every_figure_says_what_it_is_of_and_how_it_was_taken() {
        results.forEach((bench, figures) -> figures.forEach(result -> {
            assertEquals(bench, result.name());
            assertTrue(!result.figure().isBlank() && !result.how().isBlank(), result.toString());
            assertTrue(Double.isFinite(result.measured()) && result.measured() >= 0, result.toString());
            assertEquals(result.target().isEmpty(), result.met() == null, result.toString());
        }));
    }

    @Test
    void each_mail_is_acknowledged_and_its_cost_is_that_of_the_functions() {
        assertEquals(5, figure("mails", "acknowledgements sent").measured());
        var cpu = figure(
                "mails", result -> result.unit().equals("s") && result.target().equals("≤ 12"));
        assertEquals(FUNCTIONS, cpu.parts().keySet());
        assertEquals(
                cpu.parts().values().stream().mapToDouble(Double::doubleValue).sum(), cpu.measured(), 1e-9);
    }

    @Test
    void a_sweep_acts_on_all_that_is_due_and_reads_as_much_among_many_as_among_few() {
        for (var among : List.of("5 due among 20 open", "5 due among 60 open")) {
            assertEquals(5, figure("sweep", among + ": acted on").measured());
            assertEquals(5, figure("sweep", among + ": reminders sent").measured());
            var read = figure("sweep", among + ": read units").parts();
            assertEquals(5, read.get("items"), "one for each ticket's head");
            assertTrue(
                    read.get("index") > 0 && read.get("index") <= 8,
                    "half a unit for each of 16 shards, if it holds anything: " + read);
        }
        assertEquals(0, figure("sweep", "difference in read units").measured());
    }

    @Test
    void a_list_page_is_one_query() {
        // 25 more than the sweep's, so that all of a page are alike.
        var units = figure("list", "read units");
        assertTrue(units.figure().contains("85 tickets stored") && units.how().endsWith(": Query"), units.toString());
        assertTrue(units.met(), units.toString());
    }

    @Test
    void a_life_is_counted_step_by_step() {
        for (var kind : List.of("write units", "read units")) {
            var units = figure("life", kind);
            assertEquals(6, units.parts().size());
            assertTrue(units.met() && units.parts().values().stream().allMatch(step -> step > 0), units.toString());
            assertTrue(units.figure().contains("3 mails in"), units.figure());
        }
    }

    @Test
    void a_cold_start_is_measured_with_a_cache_and_as_deployed() {
        var parts = figure("cold", result -> result.unit().equals("ms")).parts();
        assertEquals(5, parts.size());
        assertTrue(parts.values().stream().allMatch(millis -> millis > 10), parts.toString());
        assertEquals(
                parts.get("portal, AOT cache") / parts.get("bare, AOT cache"),
                figure("cold", result -> result.target().equals("≤ 3")).measured(),
                1e-9);
    }

    @Test
    void five_zips_and_seven_processes_are_weighed() {
        assertEquals(5, figure("size", "largest function zip").parts().size());
        assertEquals(FUNCTIONS, figure("size", "largest function, idle").parts().keySet());
    }
}
