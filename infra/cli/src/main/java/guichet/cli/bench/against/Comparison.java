package guichet.cli.bench.against;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import guichet.cli.bench.Yardstick;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What two revisions' figures are to each other.
 *
 * @param changedMeanwhile whether our side was changed while it was measured, so that its rounds may be of different
 *     code
 * @param load of the machine before the first round; negative where it is not known
 * @param unknownToUs rows that only they have; they were not measured
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Comparison(
        Revision ours,
        Revision theirs,
        boolean changedMeanwhile,
        int rounds,
        List<String> options,
        int processors,
        double load,
        List<Measured> yardsticks,
        List<Compared> figures,
        List<String> unknownToUs) {

    /** A yardstick. @param seconds over all turns */
    record Measured(String yardstick, Spread seconds, int turns, String how) {
        /** Those that were measured at all. @param rows the rounds of each */
        static List<Measured> of(Collection<List<Turn.Pair>> rows) {
            var turns = rows.stream()
                    .flatMap(List::stream)
                    .flatMap(round -> Stream.of(round.theirs(), round.ours()))
                    .map(Turn::yardsticks)
                    .toList();
            var measured = new ArrayList<Measured>();
            for (var yardstick : Yardstick.values()) {
                var seconds = turns.stream()
                        .filter(turn -> turn.containsKey(yardstick))
                        .map(turn -> turn.get(yardstick))
                        .toList();
                if (!seconds.isEmpty()) {
                    measured.add(new Measured(yardstick.label(), Spread.of(seconds), seconds.size(), yardstick.how()));
                }
            }
            return measured;
        }
    }

    public String json() throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }

    /** Markdown: what was compared and how, the yardsticks, the figures. */
    public String table() {
        return new ComparisonTable(this).toString();
    }
}
