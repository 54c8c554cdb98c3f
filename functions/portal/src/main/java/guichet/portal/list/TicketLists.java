package guichet.portal.list;

import guichet.store.TicketFilter;
import guichet.store.TicketPage;
import guichet.store.TicketQuery;
import java.util.Optional;

/** Lists of a desk's tickets: a port. What a list says may be a moment old, and decides nothing. */
@FunctionalInterface
public interface TicketLists {
    /**
     * At most so many of the tickets that the filter keeps; perhaps fewer, even none, where many had to be looked at,
     * and more follow.
     *
     * @return empty where the cursor is none that this caller was given for this list
     */
    Optional<TicketPage> list(TicketQuery query, TicketFilter filter, int size, String caller, Optional<String> cursor);
}
