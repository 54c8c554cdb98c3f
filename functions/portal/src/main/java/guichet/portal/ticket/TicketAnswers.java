package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.portal.http.Answer;
import guichet.portal.http.Call;
import guichet.portal.http.Cursors;
import guichet.portal.ticket.Tickets.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The answer that a ticket is, with its version as ETag. */
@ApplicationScoped
public class TicketAnswers {
    private final TicketStore store;
    private final Cursors cursors;

    public TicketAnswers(TicketStore store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    /** @param cursor of an older part of the timeline */
    Answer of(int status, Seen seen, Call call, Optional<String> cursor) {
        var list = "timeline " + seen.id();
        var by = seen.caller().address();
        var before = cursor.map(given -> Long.parseLong(cursors.open(by, list, given)
                        .orElseThrow(() -> Cursors.notOurs(given).asException())))
                .orElse(Long.MAX_VALUE);
        var page = TimelinePage.read(store, seen.ticket(), seen.caller(), before);
        var next = page.before().isPresent()
                ? cursors.seal(by, list, Long.toString(page.before().getAsLong()))
                : null;
        return Answer.of(status, TicketView.of(seen.ticket(), page, next, seen.caller(), call.now()))
                .with("etag", "\"" + seen.ticket().seq() + "\"")
                .with("content-language", seen.caller().language().code());
    }

    Answer ok(Seen seen, Call call) {
        return of(200, seen, call, Optional.empty());
    }
}
