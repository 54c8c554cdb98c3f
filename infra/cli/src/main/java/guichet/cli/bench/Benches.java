package guichet.cli.bench;

import java.util.List;

/** In the order in which they disturb each other least: what must be idle first, what fills the table last. */
public final class Benches {
    public static final List<Bench> ALL = List.of(
            new SizeBench(),
            new ReadingBench(),
            new MaskingBench(),
            new ColdBench(),
            new LifeBench(),
            new MailsBench(),
            new SweepBench(),
            new ListBench());

    private Benches() {}
}
