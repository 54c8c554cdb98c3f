package guichet.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the yardsticks can be measured, and again. How long they are, no test asks. */
class MachineYardsticksTest {
    private static final MachineYardsticks YARDSTICKS = new MachineYardsticks();

    @AfterAll
    static void stop() throws Exception {
        YARDSTICKS.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_is_measured_as_often_as_it_is_asked_for(Yardstick yardstick) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            var seconds = YARDSTICKS.seconds(yardstick);
            assertTrue(Double.isFinite(seconds) && seconds > 0, yardstick.label() + ": " + seconds);
        }
    }

    @Test
    void each_has_a_name_of_its_own_and_says_how_it_is_taken() {
        var all = Arrays.asList(Yardstick.values());
        assertEquals(all.size(), all.stream().map(Yardstick::label).distinct().count());
        assertTrue(all.stream().noneMatch(yardstick -> yardstick.how().isBlank()));
    }
}
