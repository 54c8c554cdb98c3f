package guichet.cli.bench.against;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void an_odd_number_of_rounds_has_the_one_in_the_middle_for_a_median() {
        assertEquals(new Spread(2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
    }

    @Test
    void an_even_number_has_the_middle_of_the_two() {
        assertEquals(new Spread(2.5, 1, 9), Spread.of(List.of(9.0, 3.0, 1.0, 2.0)));
    }

    @Test
    void one_round_is_its_own_median_and_ends() {
        assertEquals(new Spread(4, 4, 4), Spread.of(List.of(4.0)));
    }

    @Test
    void no_rounds_have_no_spread() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }
}
