package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.core.ticket.Ticket;
import guichet.portal.http.Bodies;
import guichet.portal.people.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Goes once through what a request goes through, before the first one comes. */
public final class Rehearsal {
    private Rehearsal() {}

    /** @return how many bytes the ticket takes as JSON */
    public static int show(TicketStore store, Ticket ticket, Caller caller, Instant now) {
        Bodies.read("{\"subject\": \"–\", \"fields\": {}}".getBytes(StandardCharsets.UTF_8), Asks.NewTicket.class);
        Bodies.read("{\"text\": \"–\", \"attachments\": []}".getBytes(StandardCharsets.UTF_8), Asks.NewMessage.class);
        Bodies.object("{\"to\": \"–\"}".getBytes(StandardCharsets.UTF_8));
        var page = TimelinePage.read(store, ticket, caller, Long.MAX_VALUE);
        return TicketView.of(ticket, page, null, caller, now).bytes().length;
    }
}
