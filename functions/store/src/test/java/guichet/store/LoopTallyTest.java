package guichet.store;

import static guichet.store.World.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.notice.LoopProtection.Cap;
import guichet.core.notice.LoopProtection.Tally.Full;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class LoopTallyTest {
    private static final Cap ALICE = new Cap("alice@acme.example", 2, 3);

    private final LoopTally tally =
            new LoopTally(TestAws.get().dynamoDb(), TestAws.get().table());

    @Test
    void an_hour_is_full_at_its_cap_and_a_day_at_its_own() {
        assertEquals(Optional.empty(), tally.count("cloud", ALICE, MONDAY));
        assertEquals(Optional.empty(), tally.count("cloud", ALICE, MONDAY.plusSeconds(1)));
        assertEquals(Optional.of(Full.HOUR), tally.count("cloud", ALICE, MONDAY.plusSeconds(2)));
        assertEquals(Optional.empty(), tally.count("cloud", ALICE, MONDAY.plus(Duration.ofHours(1))));
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", ALICE, MONDAY.plus(Duration.ofHours(2))));
        assertEquals(Optional.empty(), tally.count("cloud", ALICE, MONDAY.plus(Duration.ofDays(1))));
    }

    @Test
    void as_many_at_once_as_the_cap_allows_and_not_one_more() {
        assertEquals(Optional.empty(), tally.count("cloud", new Cap("full@acme.example", 3, 5), 3, MONDAY));
        assertEquals(Optional.of(Full.HOUR), tally.count("cloud", new Cap("more@acme.example", 3, 5), 4, MONDAY));
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", new Cap("most@acme.example", 9, 5), 6, MONDAY));
    }

    @Test
    void whether_a_cap_is_full_is_told_without_counting() {
        var cap = new Cap("zoe@acme.example to staff", 2, 3);
        assertEquals(Optional.empty(), tally.full("cloud", cap, MONDAY));
        tally.count("cloud", cap, MONDAY);
        assertEquals(Optional.empty(), tally.full("cloud", cap, MONDAY));
        tally.count("cloud", cap, MONDAY);
        assertEquals(Optional.of(Full.HOUR), tally.full("cloud", cap, MONDAY));
        assertEquals(Optional.empty(), tally.full("cloud", cap, MONDAY.plus(Duration.ofHours(1))));
        tally.count("cloud", cap, MONDAY.plus(Duration.ofHours(1)));
        assertEquals(Optional.of(Full.DAY), tally.full("cloud", cap, MONDAY.plus(Duration.ofHours(2))));
    }

    @Test
    void desks_and_parties_are_counted_apart() {
        tally.count("cloud", new Cap("bob@acme.example", 1, 1), MONDAY);
        assertEquals(Optional.empty(), tally.count("logeas", new Cap("bob@acme.example", 1, 1), MONDAY));
        assertEquals(Optional.empty(), tally.count("cloud", new Cap("@acme.example", 1, 1), MONDAY));
    }

    @Test
    void a_batch_takes_what_it_may_need_at_once_and_gives_back_what_it_did_not() {
        var strangers = new Cap("@elsewhere.example", 1_000, 5);
        try (var batch = new BatchTally(tally)) {
            batch.expect(
                    List.of("a@elsewhere.example", "b@elsewhere.example", "c@elsewhere.example", "d@acme.example"));
            assertEquals(Optional.empty(), batch.count("cloud", strangers, MONDAY));
            assertEquals(Optional.empty(), batch.count("cloud", strangers, MONDAY));
        }
        for (var i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), tally.count("cloud", strangers, MONDAY), "two of five are counted");
        }
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", strangers, MONDAY));
    }

    @Test
    void a_batch_that_would_be_too_many_fills_the_cap_one_by_one() {
        var all = new Cap("@", 1_000, 2);
        try (var batch = new BatchTally(tally)) {
            batch.expect(List.of("a@one.example", "b@two.example", "c@three.example"));
            assertEquals(Optional.empty(), batch.count("cloud", all, MONDAY));
            assertEquals(Optional.empty(), batch.count("cloud", all, MONDAY));
            assertEquals(Optional.of(Full.DAY), batch.count("cloud", all, MONDAY));
        }
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", all, MONDAY));
    }

    @Test
    void so_many_at_once_are_counted_all_or_none() {
        assertEquals(Optional.empty(), tally.count("cloud", ALICE, 2, MONDAY));
        var dave = new Cap("dave@acme.example", 9, 3);
        assertEquals(Optional.empty(), tally.count("cloud", dave, MONDAY));
        assertEquals(Optional.empty(), tally.count("cloud", dave, MONDAY));
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", dave, 2, MONDAY), "one is left, and not two");
        assertEquals(Optional.empty(), tally.count("cloud", dave, MONDAY), "and it is left still");
        var erin = new Cap("erin@acme.example", 2, 9);
        assertEquals(Optional.empty(), tally.count("cloud", erin, MONDAY));
        assertEquals(Optional.of(Full.HOUR), tally.count("cloud", erin, 2, MONDAY));
        assertEquals(Optional.of(Full.HOUR), tally.count("cloud", erin, 3, MONDAY.plus(Duration.ofHours(1))));
    }

    @Test
    void a_count_is_kept_for_as_long_as_its_day_may_last() {
        var table = TestAws.get().table();
        new LoopTally(TestAws.get().dynamoDb(), table).count("cloud", ALICE, MONDAY);
        var key = Attr.key(Keys.answers("cloud", ALICE.whom()), "2026-03-02");
        var item = TestAws.get()
                .dynamoDb()
                .getItem(get -> get.tableName(table).key(key))
                .item();
        assertEquals(MONDAY.plus(Duration.ofDays(2)).getEpochSecond(), Attr.number(item, Keys.EXPIRES));
    }

    @Test
    void what_did_not_go_out_is_given_back() {
        var cap = new Cap("carla@acme.example", 1, 1);
        tally.count("cloud", cap, MONDAY);
        tally.giveBack("cloud", cap, MONDAY);
        assertEquals(Optional.empty(), tally.count("cloud", cap, MONDAY));
        assertEquals(Optional.of(Full.DAY), tally.count("cloud", cap, MONDAY));
    }
}
