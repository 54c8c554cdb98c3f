package guichet.cli.bench;

/**
 * Work that no change of ours makes more or less of. Figures are given as multiples of it, since two machines of one
 * kind, or one machine twice, differ by two in seconds.
 */
public enum Yardstick {
    GET_ITEM(
            "GetItem",
            "one consistent read of an item of 0.5 KB, signed, by the SDK as the functions have it, from the embedded"
                    + " DynamoDB: CPU of the calling thread, C1, median of 10 blocks of 100"),
    TRANSACTION(
            "TransactWriteItems", "one transaction of 3 puts of 0.5 KB, in the same way: median of 10 blocks of 50"),
    WALK(
            "Mime4j's walk",
            "one sample mail walked and decoded into nothing: CPU of one thread, C1, median of 11 rounds over 200"),
    BARE_START(
            "bare start",
            "a Lambda handler without Quarkus and AWS, under the same runtime interface client, with an AOT cache, on"
                    + " one core: from the start of the process to its answer, median of 5");

    private final String label;
    private final String how;

    Yardstick(String label, String how) {
        this.label = label;
        this.how = how;
    }

    public String label() {
        return label;
    }

    /** How it is taken. */
    public String how() {
        return how;
    }
}
