package guichet.cli.bench.against;

import java.util.List;

/** What several rounds gave. @param median of an even number of them, the middle of the two in the middle */
record Spread(double median, double lowest, double highest) {
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a spread of no values");
        }
        var sorted = values.stream().sorted().toList();
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        return new Spread(lower.equals(upper) ? upper : (lower + upper) / 2, sorted.getFirst(), sorted.getLast());
    }
}
