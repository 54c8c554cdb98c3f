package guichet.cli.bench.against;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void another_revision_may_say_more_or_less_of_a_figure() throws Exception {
        assertEquals(
                List.of(
                        new Figure("size", "zip", 17.5, "MB", "≤ 25", "weighed"),
                        new Figure("size", "zips", 5, "", "", "")),
                Figure.read("""
                    [{"name": "size", "figure": "zip", "measured": 17.5, "unit": "MB", "target": "≤ 25", "met": true,
                      "how": "weighed", "parts": {"portal": 15.0}, "later": [1]},
                     {"name": "size", "figure": "zips", "measured": 5}]"""));
    }
}
