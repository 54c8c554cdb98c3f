package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.core.ticket.Ticket;
import guichet.portal.http.RequestBodies;
import guichet.portal.people.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Goes once through what a request goes through, before the first one comes. */
public final class WarmUp {
    private WarmUp() {}

    /** @return how many bytes the ticket takes as JSON */
    public static int show(TicketStore store, Ticket ticket, Caller caller, Instant now) {
        RequestBodies.read(
                "{\"subject\": \"–\", \"fields\": {}}".getBytes(StandardCharsets.UTF_8),
                TicketRequests.NewTicket.class);
        RequestBodies.read(
                "{\"text\": \"–\", \"attachments\": []}".getBytes(StandardCharsets.UTF_8),
                TicketRequests.NewMessage.class);
        RequestBodies.object("{\"to\": \"–\"}".getBytes(StandardCharsets.UTF_8));
        var page = TimelinePage.read(store, ticket, caller, Long.MAX_VALUE);
        return TicketView.of(ticket, page, null, caller, now).bytes().length;
    }
}
