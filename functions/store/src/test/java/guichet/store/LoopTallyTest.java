package guichet.store;

import static guichet.store.World.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.notice.LoopProtection.Cap;
import guichet.core.notice.LoopProtection.Tally.Full;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class LoopTallyTest {
    private static final Cap ALICE = new Cap("alice@acme.example", 2, 3);

    private final LoopTally tally = new LoopTally(TestAws.get().dynamoDb(), TestAws.get().table());

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
    void desks_and_parties_are_counted_apart() {
        tally.count("cloud", new Cap("bob@acme.example", 1, 1), MONDAY);
        assertEquals(Optional.empty(), tally.count("logeas", new Cap("bob@acme.example", 1, 1), MONDAY));
        assertEquals(Optional.empty(), tally.count("cloud", new Cap("@acme.example", 1, 1), MONDAY));
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
