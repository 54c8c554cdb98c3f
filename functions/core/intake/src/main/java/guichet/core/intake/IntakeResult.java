package guichet.core.intake;

import guichet.core.ticket.TicketId;

/** Where a mail ended; each place says why. */
public sealed interface IntakeResult {
    record Opened(TicketId ticket, String why) implements IntakeResult {}

    record Joined(TicketId ticket, String why) implements IntakeResult {}

    /** An answer to a closed ticket whose desk takes none: kept there for the staff, its sender told. */
    record Refused(TicketId ticket, String why) implements IntakeResult {}

    /** It was here before, or is our own. */
    record Ignored(String why) implements IntakeResult {}

    record Held(String why) implements IntakeResult {}

    /** The desk has decided to take nothing from its sender; the raw mail is kept. */
    record KeptOut(String why) implements IntakeResult {}
}
