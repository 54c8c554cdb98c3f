package guichet.cli.bench.against;

import guichet.cli.bench.Yardstick;
import java.util.List;
import java.util.Map;

/** Figures as a bench would give them. */
final class Sample {
    static final String MAILS = "CPU of 1,000 mails to ticket and acknowledgement";

    private Sample() {}

    static Figure mails(double seconds) {
        return new Figure("mails", MAILS, seconds, "s", "≤ 12", "user + system");
    }

    /** After a GetItem of that many microseconds, and a transaction of twice as many. */
    static Turn turn(double micros, Figure... figures) {
        return new Turn(
                Map.of(Yardstick.GET_ITEM, micros / 1e6, Yardstick.TRANSACTION, micros * 2 / 1e6), List.of(figures));
    }

    static Compared only(List<Turn.Pair> rounds) {
        var figures = new Pairing(rounds).figures();
        if (figures.size() != 1) {
            throw new AssertionError(figures);
        }
        return figures.getFirst();
    }
}
