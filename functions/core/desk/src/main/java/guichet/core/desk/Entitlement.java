package guichet.core.desk;

import java.util.Optional;
import java.util.Set;

/**
 * Who may ask for what (S2-04, S2-06).
 *
 * @param tickets contracts whose customers may open tickets
 * @param otherwise name of the text for all others
 */
public record Entitlement(Set<String> tickets, String otherwise, Optional<Phone> phone) {

    /**
     * Who may call, and what for.
     *
     * @param types request types; empty for any
     * @param priorities empty for any
     * @param ticketFirst only once a ticket exists
     */
    public record Phone(Set<String> contracts, Set<String> types, Set<String> priorities, boolean ticketFirst) {}
}
