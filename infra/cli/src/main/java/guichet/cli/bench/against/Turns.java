package guichet.cli.bench.against;

import guichet.cli.bench.Yardstick;
import guichet.cli.bench.YardstickMeter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lets both revisions take turns: theirs, ours, row by row, round after round, each after its yardsticks. */
record Turns(Side ours, Side theirs, YardstickMeter meter, Consumer<String> progress) {
    /**
     * @param known the rows that they have
     * @return the rounds of each row
     */
    Map<String, List<Turn.Pair>> take(List<String> rows, Set<String> known, int rounds) throws Exception {
        var taken = new LinkedHashMap<String, List<Turn.Pair>>();
        for (int round = 1; round <= rounds; round++) {
            for (var row : rows) {
                var place = "round " + round + " of " + rounds + ", " + row + ": ";
                var other = known.contains(row) ? turn(theirs, row, place) : Turn.NONE;
                var own = turn(ours, row, place);
                taken.computeIfAbsent(row, _ -> new ArrayList<>()).add(new Turn.Pair(own, other));
            }
        }
        return taken;
    }

    private Turn turn(Side side, String row, String place) throws Exception {
        progress.accept(place + side.label() + " …");
        var yardsticks = new EnumMap<Yardstick, Double>(Yardstick.class);
        for (var yardstick : Work.yardsticks(row)) {
            yardsticks.put(yardstick, meter.seconds(yardstick));
        }
        return new Turn(yardsticks, side.measure(row));
    }
}
