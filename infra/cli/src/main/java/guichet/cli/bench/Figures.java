package guichet.cli.bench;

import java.util.List;

final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
