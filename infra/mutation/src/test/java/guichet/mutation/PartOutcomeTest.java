package guichet.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.mutation.Mutant.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartOutcomeTest {
    private static final Mutant FOUND = new Mutant("Clocks", 1, "due", "a", Fate.FOUND);
    private static final Mutant SURVIVED = new Mutant("Clocks", 2, "due", "b", Fate.SURVIVED);
    private static final Mutant NOT_COVERED = new Mutant("Clocks", 3, "due", "c", Fate.NOT_COVERED);

    @Test
    void what_no_test_comes_by_counts_against_the_tests_as_what_survives_does() {
        var outcome = outcome(Explained.of(List.of()), FOUND, FOUND, SURVIVED, NOT_COVERED);

        assertEquals(50, outcome.percent());
        assertEquals(List.of(SURVIVED, NOT_COVERED), outcome.survivors());
    }

    @Test
    void a_survivor_of_which_somebody_said_why_does_not_count_wherever_the_line_has_moved() {
        var explained = Explained.of(List.of("# a remark", "", "Clocks due: b | both ways give the same instant"));

        assertEquals(100, outcome(explained, FOUND, SURVIVED).percent());
    }

    @Test
    void one_that_is_found_counts_even_where_a_twin_of_it_is_explained() {
        var explained = Explained.of(List.of("Clocks due: a | of its twin"));

        assertEquals(1, outcome(explained, FOUND).found());
        assertEquals(1, outcome(explained, FOUND).counted().size());
    }

    @Test
    void a_part_without_rules_to_break_lacks_nothing() {
        assertEquals(100, outcome(Explained.of(List.of())).percent());
    }

    @Test
    void a_survivor_without_a_sentence_is_not_explained() {
        assertThrows(IllegalArgumentException.class, () -> Explained.of(List.of("Clocks due: b |")));
        assertThrows(IllegalArgumentException.class, () -> Explained.of(List.of("Clocks due: b")));
    }

    private static PartOutcome outcome(Explained explained, Mutant... mutants) {
        return new PartOutcome("clocks", List.of(mutants), explained, 1);
    }
}
