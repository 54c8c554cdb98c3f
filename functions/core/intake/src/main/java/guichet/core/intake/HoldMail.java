package guichet.core.intake;

import guichet.core.ticket.Person;

/** Where mail waits for a decision (S0-02): a port. Nothing held is ever lost; it expires into an alarm. */
public interface HoldMail {
    /** What a desk's people have decided on a sender for good. */
    enum Standing {
        UNDECIDED,
        LET_IN,
        KEPT_OUT
    }

    /**
     * Keeps it; the same mail held twice is held once, also when somebody has decided on it in between.
     *
     * @param sender on whom is decided
     * @param why whom it names besides its sender stands in it
     */
    void hold(InboundMail mail, Person sender, String why);

    Standing standing(String desk, String address);
}
