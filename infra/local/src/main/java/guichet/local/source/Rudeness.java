package guichet.local.source;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How badly deliveries behave, on purpose: everything that AWS may do, done all the time.
 *
 * @param twice each event is delivered once more after it succeeded
 * @param reorder the records of a queue's batch come in any order
 * @param late one queued message in four is kept back for a second
 */
public record Rudeness(boolean twice, boolean reorder, boolean late) {
    public static final Rudeness NONE = new Rudeness(false, false, false);
    private static final Random RANDOM = new Random(20261122);

    /** @param text as in {@code GUICHET_RUDE}: words among twice, reorder, late, with commas between */
    public static Rudeness of(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var words = List.of(text.trim().split("\\s*,\\s*"));
        for (var word : words) {
            if (!List.of("twice", "reorder", "late").contains(word)) {
                throw new IllegalArgumentException("GUICHET_RUDE has " + word + "; it may hold twice, reorder, late");
            }
        }
        return new Rudeness(words.contains("twice"), words.contains("reorder"), words.contains("late"));
    }

    <T> List<T> order(List<T> records) {
        if (!reorder) {
            return records;
        }
        var shuffled = new java.util.ArrayList<>(records);
        Collections.shuffle(shuffled, RANDOM);
        return shuffled;
    }

    boolean keepsBack(int receiveCount) {
        return late && receiveCount == 1 && RANDOM.nextInt(4) == 0;
    }
}
