package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.portal.http.ListCursors;
import guichet.portal.http.Request;
import guichet.portal.http.Response;
import guichet.portal.ticket.Tickets.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The answer that a ticket is, with its version as ETag. */
@ApplicationScoped
public class TicketAnswers {
    private final TicketStore store;
    private final ListCursors cursors;

    public TicketAnswers(TicketStore store, ListCursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    /** @param cursor of an older part of the timeline */
    Response of(int status, Seen seen, Request call, Optional<String> cursor) {
        var list = "timeline " + seen.id();
        var by = seen.caller().address();
        var before = cursor.map(given -> Long.parseLong(cursors.open(by, list, given)
                        .orElseThrow(() -> ListCursors.notOurs(given).asException())))
                .orElse(Long.MAX_VALUE);
        var page = TimelinePage.read(store, seen.ticket(), seen.caller(), before);
        var next = page.before().isPresent()
                ? cursors.seal(by, list, Long.toString(page.before().getAsLong()))
                : null;
        return Response.of(status, TicketView.of(seen.ticket(), page, next, seen.caller(), call.now()))
                .with("etag", "\"" + seen.ticket().seq() + "\"")
                .with("content-language", seen.caller().language().code());
    }

    Response ok(Seen seen, Request call) {
        return of(200, seen, call, Optional.empty());
    }
}
