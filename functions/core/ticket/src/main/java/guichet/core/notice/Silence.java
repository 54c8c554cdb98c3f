package guichet.core.notice;

/**
 * That what came in is not answered.
 *
 * @param why for the log and whoever asks why a notice was withheld
 */
public record Silence(Towards towards, String why) {
    public enum Towards {
        /** Nobody outside the desk: a machine sent it, or nobody knows who. It is no person's word either. */
        EVERYBODY,
        /** Whoever sent it wants no automatic answer; in all else it is a person's word. */
        SENDER
    }

    public static Silence towardsEverybody(String why) {
        return new Silence(Towards.EVERYBODY, why);
    }

    public static Silence towardsSender(String why) {
        return new Silence(Towards.SENDER, why);
    }

    /** Whether it reopens nothing and counts as nobody's touch. */
    public boolean isNobodysWord() {
        return towards == Towards.EVERYBODY;
    }

    /** Whether that address, outside the desk, is told nothing. @param sender address of who sent what came in */
    boolean covers(String address, String sender) {
        return towards == Towards.EVERYBODY || address.equals(sender);
    }
}
