package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.core.ticket.Ticket;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.people.Caller;

/** The ticket is no longer as the caller saw it. */
final class VersionConflict extends RuntimeException {
    private static final int MOST_COMMITS = 50;
    final transient Ticket now;

    VersionConflict(Ticket now) {
        super("stale", null, false, false);
        this.now = now;
    }

    /** 412 with what happened since, as far as this caller may see it. */
    static Problem problem(TicketStore store, Ticket now, Caller caller, long seen) {
        var since = seen < now.seq()
                ? store.history(now.id(), seen + 1, MOST_COMMITS)
                : java.util.List.<guichet.core.ticket.RecordedEvent>of();
        return Problem.of(412, "changed", ProblemWords.CHANGED, ProblemWords.CHANGED_DETAIL)
                .with("etag", "\"" + now.seq() + "\"")
                .with("changes", TimelineView.list(now, since, caller));
    }
}
