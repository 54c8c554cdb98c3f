package guichet.cli.bench.against;

import static guichet.cli.bench.against.Sample.mails;
import static guichet.cli.bench.against.Sample.only;
import static guichet.cli.bench.against.Sample.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static Compared once(Figure ours, Figure theirs) {
        return only(List.of(new Turn.Pair(turn(300, ours), turn(300, theirs))));
    }

    private static Figure figure(double measured, String unit, String target) {
        return new Figure("size", "something", measured, unit, target, "weighed");
    }

    @Test
    void a_ratio_is_of_the_two_turns_of_a_round_and_not_of_two_medians() {
        // Of a machine that was half as fast in the second round, and fast again in the third.
        var compared = only(List.of(
                new Turn.Pair(turn(300, mails(11)), turn(300, mails(10))),
                new Turn.Pair(turn(600, mails(24)), turn(600, mails(20))),
                new Turn.Pair(turn(300, mails(10)), turn(300, mails(10)))));
        assertEquals(new Spread(1.1, 1, 1.2), compared.ratio());
        assertEquals(new Spread(11, 10, 24), compared.ours());
        assertEquals(new Spread(10, 10, 20), compared.theirs());
    }

    @Test
    void a_multiple_is_of_the_yardstick_measured_before_that_very_turn() {
        var compared = only(List.of(
                new Turn.Pair(turn(300, mails(12)), turn(500, mails(15))),
                new Turn.Pair(turn(600, mails(30)), turn(250, mails(7.5))),
                new Turn.Pair(turn(100, mails(9)), turn(300, mails(9)))));
        var get = compared.multiples().getFirst();
        assertEquals("GetItem", get.yardstick());
        assertEquals("a mail", get.each());
        assertEquals(50, get.ours(), 1e-9, "of 40, 50 and 90");
        assertEquals(30, get.theirs(), 1e-9);
        assertEquals(25, compared.multiples().getLast().ours(), 1e-9, "a transaction is twice a read here");
    }

    @Test
    void figures_pair_by_name_figure_and_unit() {
        var milli = new Figure("list", "a page", 3, "ms", "", "timed");
        var micro = new Figure("list", "a page", 3_000, "µs", "", "timed");
        var rounds = List.of(new Turn.Pair(turn(300, mails(1), milli), turn(300, micro, mails(2))));
        var figures = new Pairing(rounds).figures();
        assertEquals(
                List.of("mails s", "list ms", "list µs"),
                figures.stream().map(it -> it.name() + " " + it.unit()).toList());
        assertEquals(0.5, figures.getFirst().ratio().median());
        assertNull(figures.get(1).theirs());
        assertNull(figures.get(2).ours());
        assertNull(figures.get(1).ratio());
        assertNull(figures.get(1).worse());
        assertEquals(3_000, figures.get(2).theirs().median());
    }

    @Test
    void a_row_that_they_do_not_have_is_still_a_multiple_of_ours() {
        var compared = only(List.of(new Turn.Pair(turn(300, mails(15)), Turn.NONE)));
        assertEquals(50, compared.multiples().getFirst().ours(), 1e-9);
        assertNull(compared.multiples().getFirst().theirs());
        assertNull(compared.ratio());
    }

    @Test
    void nothing_against_nothing_is_the_same_and_something_against_nothing_is_not() {
        var same = once(figure(0, "%", "≤ 5"), figure(0, "%", "≤ 5"));
        assertEquals(1, same.ratio().median());
        assertFalse(same.worse());
        assertTrue(once(figure(1, "%", "≤ 5"), figure(0, "%", "≤ 5")).worse());
    }

    @Test
    void more_is_worse_beyond_a_tenth_unless_it_is_done_in_a_second() {
        assertFalse(once(figure(1.1, "s", "≤ 2"), figure(1, "s", "≤ 2")).worse());
        assertTrue(once(figure(1.2, "s", "≤ 2"), figure(1, "s", "≤ 2")).worse());
        assertFalse(once(figure(0.5, "s", ""), figure(1, "s", "")).worse());
        assertFalse(once(figure(120, "/s", ""), figure(100, "/s", "")).worse());
        assertTrue(once(figure(90, "/s", ""), figure(100, "/s", "")).worse());
    }

    @Test
    void of_what_must_be_reached_exactly_anything_else_is_worse() {
        assertTrue(once(figure(999, "", "= 1000"), figure(1_000, "", "= 1000")).worse());
        assertFalse(
                once(figure(1_000, "", "= 1000"), figure(1_000, "", "= 1000")).worse());
    }
}
