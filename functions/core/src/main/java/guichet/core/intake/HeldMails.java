package guichet.core.intake;

/** Where mail waits for a decision: a port. Nothing held is ever lost; it expires into an alarm. */
public interface HeldMails {
    /** Keeps it; the same mail held twice is held once. */
    void hold(String desk, Received mail, String why);

    /** Whether the desk's people have decided to let that sender through for good. */
    boolean isAllowed(String desk, String address);
}
