package guichet.core.access;

import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;

/**
 * Who may see a ticket (S3-01): the desk's staff, its requester, and everyone of the requester's organization; nobody
 * else.
 */
public final class TicketAccess {
    private TicketAccess() {}

    /**
     * People in copy get the public answers by mail and see nothing in the portal, unless they are of the organization.
     */
    public static boolean mayRead(Ticket ticket, Actor by) {
        return by.isStaff()
                || !by.isPerson()
                || ticket.requester().address().equals(by.address())
                || ticket.organization().isPresent() && ticket.organization().equals(by.organization());
    }

    /** Who may write to it by mail: whoever may read it, and the people in copy. */
    public static boolean mayWrite(Ticket ticket, Actor by) {
        return mayRead(ticket, by) || ticket.concerns(by.address());
    }
}
