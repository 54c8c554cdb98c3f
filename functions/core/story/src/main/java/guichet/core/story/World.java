package guichet.core.story;

import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a story plays in: the core in memory, or a running helpdesk behind its mail server and its HTTP API. */
public interface World {
    /** Lets time pass, to that minute included: whatever falls due happens as it would with a sweep every minute. */
    void pass(Instant until);

    /** One sweep at that minute, however late. */
    void sweep(Instant at);

    /**
     * Does what somebody does; texts and inputs are as the desk takes them (an instant in ISO 8601).
     *
     * @param ticket the one that it is about; empty for what opens one
     */
    Outcome act(Instant at, Optional<TicketId> ticket, Act.ByPerson act);

    /** What has happened since this was last asked, oldest first. */
    List<StoryEvent> happenings();

    /** The ticket as the portal shows it to this one at that instant; empty for whom it hides it from. */
    Optional<ViewedTicket> look(String viewer, TicketId ticket, Instant at);

    /** All requests that this one finds in the portal. */
    List<TicketId> list(String viewer);

    /** What became of a doing. */
    sealed interface Outcome {
        /** @param ticket the one that it opened, or that it was about */
        record Done(TicketId ticket) implements Outcome {}

        /** @param why in words; a field's name among them, where one is wrong */
        record Refused(String why) implements Outcome {
            /** What is said of a ticket that does not exist, and of one that this person may not see. */
            public static final Refused NOT_THERE = new Refused("no such ticket");
        }
    }
}
