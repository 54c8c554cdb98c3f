package guichet.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchResultTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_limit_that_is_reached_to_the_point_is_met() {
        assertTrue(
                BenchResult.atMost(3, "list", "CPU", 3, "ms", "timed", Map.of()).met());
        assertFalse(BenchResult.atMost(3, "list", "CPU", 3.01, "ms", "timed", Map.of())
                .met());
    }

    @Test
    void json_has_each_figure_with_its_target_whether_it_is_met_and_how_it_was_taken() throws Exception {
        var json = JSON.readTree(JSON.writeValueAsBytes(
                BenchResult.atMost(12, "mails", "CPU", 9.5, "s", "timed", Map.of("Notifier", 4.0))));
        assertEquals(JSON.readTree("""
            {"name": "mails", "figure": "CPU", "measured": 9.5, "unit": "s", "target": "≤ 12", "met": true, "how": "timed", "parts": {"Notifier": 4.0}}"""), json);
    }

    @Test
    void a_figure_without_a_target_is_neither_met_nor_missed() throws Exception {
        var json = JSON.readTree(
                JSON.writeValueAsBytes(BenchResult.reported("mails", "time it took", 70, "s", "wall clock", Map.of())));
        assertFalse(json.has("target") || json.has("met") || json.has("parts"), json.toString());
    }

    @Test
    void the_table_says_what_missed_its_target_and_of_what_a_figure_is_made() {
        var parts = new LinkedHashMap<String, Double>();
        parts.put("Portal", 133.4);
        parts.put("Sweep", 92.84);
        var table =
                BenchResult.table(List.of(BenchResult.atMost(100, "size", "largest", 133.4, "MiB", "VmRSS", parts)));
        assertEquals(
                "| size | largest | ≤ 100 **missed** | 133 MiB (Portal 133, Sweep 92.8) | VmRSS |",
                table.lines().toList().getLast());
    }
}
