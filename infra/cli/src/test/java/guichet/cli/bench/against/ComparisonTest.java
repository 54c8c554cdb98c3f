package guichet.cli.bench.against;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Revision OURS =
            new Revision("0123456789abcdef", "Read mail once", List.of("a.java", "b.java"));
    private static final Revision THEIRS = new Revision("fedcba9876543210", "Read mail twice", List.of());

    private static Comparison comparison(boolean changed, List<Turn.Pair> rounds, List<String> unknownToUs) {
        return new Comparison(
                OURS,
                THEIRS,
                changed,
                rounds.size(),
                List.of("--size", "5000"),
                2,
                0.5,
                List.of(new Comparison.Measured("GetItem", new Spread(0.0003, 0.00029, 0.00035), 4, "read")),
                new Pairing(rounds).figures(),
                unknownToUs);
    }

    private static Comparison comparison(double ours, double theirs) {
        var figure = Sample.turn(300, Sample.mails(ours));
        return comparison(
                false,
                List.of(
                        new Turn.Pair(figure, Sample.turn(300, Sample.mails(theirs))),
                        new Turn.Pair(figure, Sample.turn(300, Sample.mails(ours)))),
                List.of());
    }

    @Test
    void the_header_says_what_was_compared_and_how() {
        assertEquals(
                List.of(
                        "ours: 0123456789 Read mail once; **with uncommitted changes** in 2 files: a.java, b.java  ",
                        "theirs: fedcba9876 Read mail twice  ",
                        "how: in turn (theirs, ours), row by row, 2 rounds, each turn that revision's own `./guichet bench"
                                + " ROW --json --size 5000` in a process of its own, its yardsticks just before; a ratio is"
                                + " of the two turns of a round; median (lowest–highest)  ",
                        "machine: 2 processors, load 0.5 before the first round"),
                comparison(9, 10).table().lines().limit(4).toList());
    }

    @Test
    void the_table_gives_the_ratio_with_its_spread_and_both_in_yardsticks() {
        var table = comparison(9, 10).table();
        assertTrue(table.contains("| GetItem | 300 µs (290–350) | read; 4 turns |"), table);
        assertTrue(
                table.contains(
                        "| mails | " + Sample.MAILS + " | 0.95 (0.9–1) | 9 s | 9.5 s (9–10) | 30, 31.7 × GetItem; 15,"
                                + " 15.8 × TransactWriteItems; for a mail | user + system |"),
                table);
        assertTrue(table.endsWith("\nNothing is worse by more than a tenth."), table);
    }

    @Test
    void what_is_worse_is_marked_and_named_at_the_end() {
        var table = comparison(
                        false,
                        List.of(new Turn.Pair(Sample.turn(300, Sample.mails(12)), Sample.turn(300, Sample.mails(10)))),
                        List.of())
                .table();
        assertTrue(table.contains("| 1.2 **worse** | 12 s | 10 s |"), table);
        assertTrue(table.endsWith("\nWorse by more than a tenth: mails, " + Sample.MAILS + "."), table);
    }

    @Test
    void what_only_one_of_both_has_is_listed_as_such() {
        var ours = new Turn.Pair(Sample.turn(300, Sample.mails(12)), Turn.NONE);
        var table = comparison(false, List.of(ours), List.of("speed")).table();
        assertTrue(table.contains("| " + Sample.MAILS + " | not in fedcba9876 | 12 s | – | 40, – × GetItem;"), table);
        assertTrue(table.contains("| speed | all | not in ours |"), table);
        var theirs = new Turn.Pair(Turn.NONE, Sample.turn(300, Sample.mails(12)));
        table = comparison(false, List.of(theirs), List.of()).table();
        assertTrue(table.contains("| " + Sample.MAILS + " | not in ours | – | 12 s | –, 40 × GetItem;"), table);
    }

    @Test
    void a_side_that_was_changed_meanwhile_is_said_to_have_been() {
        assertTrue(comparison(true, List.of(), List.of()).table().contains("**changed while it was measured**"));
        assertFalse(comparison(false, List.of(), List.of()).table().contains("changed while"));
    }

    @Test
    void a_yardstick_is_of_all_turns_of_all_rows_and_none_is_of_none() {
        var measured = Comparison.Measured.of(List.of(
                List.of(new Turn.Pair(Sample.turn(300), Sample.turn(200))),
                List.of(new Turn.Pair(Sample.turn(100), Turn.NONE))));
        assertEquals(
                List.of("GetItem", "TransactWriteItems"),
                measured.stream().map(Comparison.Measured::yardstick).toList());
        assertEquals(3, measured.getFirst().turns());
        assertEquals(new Spread(0.0002, 0.0001, 0.0003), measured.getFirst().seconds());
    }

    @Test
    void json_has_the_same() throws Exception {
        var json = new ObjectMapper().readTree(comparison(9, 10).json());
        assertEquals("0123456789abcdef", json.at("/ours/commit").asText());
        assertEquals("b.java", json.at("/ours/changes/1").asText());
        assertEquals(2, json.at("/rounds").asInt());
        assertEquals(0.0003, json.at("/yardsticks/0/seconds/median").asDouble());
        var figure = json.at("/figures/0");
        assertEquals(0.95, figure.at("/ratio/median").asDouble(), 1e-9);
        assertEquals(0.9, figure.at("/ratio/lowest").asDouble(), 1e-9);
        assertEquals(30, figure.at("/multiples/0/ours").asDouble(), 1e-9);
        assertFalse(figure.at("/worse").asBoolean(true));
        assertEquals("user + system", figure.at("/how").asText());
    }
}
