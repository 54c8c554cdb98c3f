package guichet.core.notice;

/**
 * That what came in is not answered.
 *
 * @param why for the log and whoever asks why a notice was withheld
 */
public record Silence(Towards towards, String why) {
    /** Stored with the message, and read again: it says that the answer was refused. */
    static final String REFUSED = "an answer to a closed request, which its desk refuses";

    public enum Towards {
        /** Nobody outside the desk: a machine sent it, or nobody knows who. It is no person's word either. */
        EVERYBODY,
        /** The same but for its sender, who hears that it was refused. */
        ALL_BUT_SENDER,
        /** Whoever sent it wants no automatic answer; in all else it is a person's word. */
        SENDER
    }

    public static Silence towardsEverybody(String why) {
        return new Silence(Towards.EVERYBODY, why);
    }

    /**
     * An answer to a closed request whose desk takes none: kept for the staff. @param sender whether they hear of it
     */
    public static Silence ofRefused(boolean sender) {
        return new Silence(sender ? Towards.ALL_BUT_SENDER : Towards.EVERYBODY, REFUSED);
    }

    public boolean isOfRefused() {
        return why.equals(REFUSED);
    }

    public static Silence towardsSender(String why) {
        return new Silence(Towards.SENDER, why);
    }

    /** Whether it reopens nothing and counts as nobody's touch. */
    public boolean isNobodysWord() {
        return towards != Towards.SENDER;
    }

    /** Whether that address, outside the desk, is told nothing. @param sender address of who sent what came in */
    boolean covers(String address, String sender) {
        return switch (towards) {
            case EVERYBODY -> true;
            case ALL_BUT_SENDER -> !address.equals(sender);
            case SENDER -> address.equals(sender);
        };
    }
}
