package guichet.portal.list;

import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of a desk's tickets: a port. What a list says may be a moment old, and decides nothing. */
public interface TicketLists {
    /** Which tickets, and in which order. */
    sealed interface Index {
        /** Requested by that address, newest first. */
        record Requester(String address) implements Index {
        }

        /** Newest first. */
        record Organization(String id) implements Index {
        }

        /** Open ones first, newest first among each. */
        record Owner(String address) implements Index {
        }

        /** What awaits the desk in these queues, in order of arrival. */
        record Queues(List<String> names) implements Index {
        }

        /** Newest first. */
        record All() implements Index {
        }
    }

    /** A ticket as a list shows it. The subject may be cut. */
    record Row(TicketId id, String type, String subject, String state, String priority, Person requester, Optional<Person> owner, Instant opened,
               Optional<Instant> waitingSince) {
    }

    /** @param next where the list goes on; empty at its end */
    record Page(List<Row> rows, Optional<String> next) {
    }

    /**
     * At most {@code limit} of the tickets that the filter keeps; perhaps fewer, even none, where many had to be looked at, and more follow.
     *
     * @param from where a page before this one said that the list goes on
     */
    Page page(String desk, Index index, Predicate<Row> filter, Optional<String> from, int limit);
}
