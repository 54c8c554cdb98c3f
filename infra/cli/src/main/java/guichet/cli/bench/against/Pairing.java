package guichet.cli.bench.against;

import guichet.cli.bench.Yardstick;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rounds of one row say: figures of one name and unit are pairs, round by round. */
record Pairing(List<Turn.Pair> rounds) {
    private static final double TOLERATED = 1.1;

    /** Ours in their order, then those that only they have. */
    List<Compared> figures() {
        var keys = new LinkedHashSet<Figure.Key>();
        Stream.<Function<Turn.Pair, Turn>>of(Turn.Pair::ours, Turn.Pair::theirs)
                .forEach(side -> rounds.stream()
                        .flatMap(round -> side.apply(round).figures().stream())
                        .forEach(figure -> keys.add(figure.key())));
        return keys.stream().map(this::compared).toList();
    }

    private Compared compared(Figure.Key key) {
        var ratio = spread(rounds.stream()
                .flatMap(round -> round.ours().figure(key).stream()
                        .flatMap(ours -> round.theirs().figure(key).stream()
                                .map(theirs -> ratio(ours.measured(), theirs.measured())))));
        var figure = rounds.stream()
                .flatMap(round -> Stream.of(round.ours(), round.theirs()))
                .flatMap(turn -> turn.figure(key).stream())
                .findFirst()
                .orElseThrow();
        return new Compared(
                key.name(),
                key.figure(),
                key.unit(),
                ratio.orElse(null),
                measured(key, Turn.Pair::ours).orElse(null),
                measured(key, Turn.Pair::theirs).orElse(null),
                multiples(key),
                ratio.map(spread -> worse(figure, spread.median())).orElse(null),
                figure.how());
    }

    private Optional<Spread> measured(Figure.Key key, Function<Turn.Pair, Turn> side) {
        return spread(rounds.stream()
                .flatMap(round -> side.apply(round).figure(key).stream())
                .map(Figure::measured));
    }

    private List<Compared.Multiple> multiples(Figure.Key key) {
        var work = Work.of(key);
        return work.yardsticks().stream()
                .map(yardstick -> new Compared.Multiple(
                        yardstick.label(),
                        work.each(),
                        multiple(key, work, yardstick, Turn.Pair::ours),
                        multiple(key, work, yardstick, Turn.Pair::theirs)))
                .toList();
    }

    private Double multiple(Figure.Key key, Work work, Yardstick yardstick, Function<Turn.Pair, Turn> side) {
        return spread(rounds.stream()
                        .map(side)
                        .flatMap(turn -> turn.figure(key).stream()
                                .map(figure -> work.seconds(figure.measured(), key.unit())
                                        / turn.yardsticks().get(yardstick))))
                .map(Spread::median)
                .orElse(null);
    }

    private static Optional<Spread> spread(Stream<Double> values) {
        return Optional.of(values.toList()).filter(some -> !some.isEmpty()).map(Spread::of);
    }

    /** Nothing by nothing is the same. */
    private static double ratio(double ours, double theirs) {
        return ours == theirs ? 1 : ours / theirs;
    }

    private static boolean worse(Figure figure, double ratio) {
        if (figure.target().startsWith("=")) {
            return ratio != 1;
        }
        return (figure.unit().equals("/s") ? 1 / ratio : ratio) > TOLERATED;
    }
}
