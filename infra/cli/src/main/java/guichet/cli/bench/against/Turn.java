package guichet.cli.bench.against;

import guichet.cli.bench.Yardstick;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a row by one revision. @param yardsticks in seconds, measured just before it */
record Turn(Map<Yardstick, Double> yardsticks, List<Figure> figures) {
    /** Of a revision that has no such row. */
    static final Turn NONE = new Turn(Map.of(), List.of());

    /** One round of a row. */
    record Pair(Turn ours, Turn theirs) {}

    Optional<Figure> figure(Figure.Key key) {
        return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }
}
