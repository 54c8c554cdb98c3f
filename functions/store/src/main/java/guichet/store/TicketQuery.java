package guichet.store;

import java.util.List;

/** The lists of tickets that the table can give. */
public sealed interface TicketQuery {
    String desk();

    /** Newest first. */
    record OfOrganization(String desk, String organization) implements TicketQuery {}

    /** Newest first. */
    record RequestedBy(String desk, String address) implements TicketQuery {}

    /** Open ones first, newest first among each. */
    record OwnedBy(String desk, String address) implements TicketQuery {}

    /** What awaits the desk in these queues, whoever has waited longest first. */
    record Awaiting(String desk, List<String> queues) implements TicketQuery {}

    /** Newest first. */
    record All(String desk) implements TicketQuery {}
}
