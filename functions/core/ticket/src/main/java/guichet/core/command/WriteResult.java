package guichet.core.command;

import guichet.core.ticket.TicketId;

/** What became of a write. */
public sealed interface WriteResult {
    /** It is stored. */
    record Done() implements WriteResult {}

    /** Somebody else changed the ticket first (or it is no longer due): read again and decide again. */
    record Stale() implements WriteResult {}

    /** The number is taken: take the next one. */
    record NumberTaken() implements WriteResult {}

    /**
     * A mail of this commit, or an ancestor that it claims, already belongs to that ticket: look again where it
     * belongs.
     */
    record Claimed(String messageId, TicketId ticket) implements WriteResult {}

    /** This very request was carried out before. @param sameBody false: same key, but another request */
    record Repeated(TicketId ticket, boolean sameBody) implements WriteResult {}
}
