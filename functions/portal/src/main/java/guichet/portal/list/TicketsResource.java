package guichet.portal.list;

import guichet.portal.http.Answer;
import guichet.portal.http.Call;
import guichet.portal.http.Cursors;
import guichet.portal.http.Resource;
import guichet.portal.http.Routes;
import guichet.portal.people.Callers;
import guichet.portal.ticket.Opening;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The tickets of a desk: the lists, and a new one. */
@Singleton
public class TicketsResource implements Resource {
    private static final String TICKETS = "/api/desks/{desk}/tickets";
    private static final int PAGE = 25;

    @Inject
    Callers callers;

    @Inject
    TicketLists lists;

    @Inject
    Opening opening;

    @Override
    public void routes(Routes routes) {
        routes.get(TICKETS, this::list, "view", "state", "owner", "text", "organization", "cursor");
        routes.post(TICKETS, this::open);
    }

    private Answer list(Call call) {
        var caller = callers.at(call.variable("desk"), call);
        var asked = Asked.of(caller, call);
        var cursor = call.query("cursor");
        var page = lists.list(asked.query(), asked.filter(), PAGE, caller.address(), cursor);
        return Answer.ok(ListView.of(
                page.orElseThrow(() -> Cursors.notOurs(cursor.orElse("")).asException()), caller));
    }

    private Answer open(Call call) {
        return opening.open(callers.at(call.variable("desk"), call), call);
    }
}
