package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.portal.http.ListCursors;
import guichet.portal.http.Request;
import guichet.portal.http.Response;
import guichet.portal.ticket.Tickets.Visible;
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
    Response of(int status, Visible visible, Request request, Optional<String> cursor) {
        var list = "timeline " + visible.id();
        var by = visible.caller().address();
        var before = cursor.map(given -> Long.parseLong(cursors.open(by, list, given)
                        .orElseThrow(() -> ListCursors.notOurs(given).asException())))
                .orElse(Long.MAX_VALUE);
        var page = TimelinePage.read(store, visible.ticket(), visible.caller(), before);
        var next = page.before().isPresent()
                ? cursors.seal(by, list, Long.toString(page.before().getAsLong()))
                : null;
        return Response.of(status, TicketView.of(visible.ticket(), page, next, visible.caller(), request.now()))
                .with("etag", "\"" + visible.ticket().seq() + "\"")
                .with("content-language", visible.caller().language().code());
    }

    Response ok(Visible visible, Request request) {
        return of(200, visible, request, Optional.empty());
    }
}
