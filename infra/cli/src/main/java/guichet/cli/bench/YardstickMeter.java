package guichet.cli.bench;

/** Measures a yardstick, as often as it is asked to. */
public interface YardstickMeter {
    /** What it takes at this moment, in seconds. */
    double seconds(Yardstick yardstick) throws Exception;
}
