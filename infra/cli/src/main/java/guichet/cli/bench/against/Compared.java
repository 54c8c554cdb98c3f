package guichet.cli.bench.against;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One figure, as both revisions have it.
 *
 * @param ratio ours by theirs, of each round; null, as what follows from it, where only one of them has the figure
 * @param ours in the figure's unit; null where we do not have it
 * @param theirs in the figure's unit; null where they do not have it
 * @param worse whether the median ratio is worse by more than a tenth; of what must be reached exactly, by anything
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Compared(
        String name,
        String figure,
        String unit,
        Spread ratio,
        Spread ours,
        Spread theirs,
        List<Multiple> multiples,
        Boolean worse,
        String how) {

    /**
     * One piece of the figure's work by a yardstick; medians of the rounds.
     *
     * @param each what the piece is called, empty where the figure is of one
     * @param ours null where we do not have the figure
     * @param theirs null where they do not have it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Multiple(String yardstick, String each, Double ours, Double theirs) {}
}
