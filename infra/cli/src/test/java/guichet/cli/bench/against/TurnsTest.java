package guichet.cli.bench.against;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.cli.bench.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private record Recorded(String label, List<String> done) implements Side {
        @Override
        public Set<String> rows() {
            return Set.of();
        }

        @Override
        public List<Figure> measure(String row) {
            done.add(label + " " + row);
            return List.of();
        }
    }

    private Turns turns() {
        return new Turns(new Recorded("ours", done), new Recorded("theirs", done), this::measured, told::add);
    }

    private double measured(Yardstick yardstick) {
        done.add(yardstick.label());
        return done.size();
    }

    @Test
    void both_take_turns_row_by_row_with_the_rows_yardsticks_before_each() throws Exception {
        var taken = turns().take(List.of("list", "size"), Set.of("list", "size"), 2);
        assertEquals(
                List.of(
                        "GetItem",
                        "theirs list",
                        "GetItem",
                        "ours list",
                        "theirs size",
                        "ours size",
                        "GetItem",
                        "theirs list",
                        "GetItem",
                        "ours list",
                        "theirs size",
                        "ours size"),
                done);
        var second = taken.get("list").get(1);
        assertEquals(7, second.theirs().yardsticks().get(Yardstick.GET_ITEM));
        assertEquals(9, second.ours().yardsticks().get(Yardstick.GET_ITEM));
    }

    @Test
    void a_row_that_they_do_not_have_is_not_asked_of_them() throws Exception {
        var taken = turns().take(List.of("size"), Set.of("list"), 1);
        assertEquals(List.of("ours size"), done);
        assertEquals(Turn.NONE, taken.get("size").getFirst().theirs());
    }

    @Test
    void each_turn_is_told_before_it_begins() throws Exception {
        turns().take(List.of("size"), Set.of("size"), 2);
        assertEquals(
                List.of(
                        "round 1 of 2, size: theirs …",
                        "round 1 of 2, size: ours …",
                        "round 2 of 2, size: theirs …",
                        "round 2 of 2, size: ours …"),
                told);
    }
}
