package guichet.portal.list;

import guichet.portal.http.ListCursors;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.people.CallerResolver;
import guichet.portal.ticket.TicketOpening;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The tickets of a desk: the lists, and a new one. */
@Singleton
public class TicketsResource implements Resource {
    private static final String TICKETS = "/api/desks/{desk}/tickets";
    private static final int PAGE = 25;

    @Inject
    CallerResolver callers;

    @Inject
    TicketLists lists;

    @Inject
    TicketOpening opening;

    @Override
    public void routes(Routes routes) {
        routes.get(TICKETS, this::list, "view", "state", "owner", "text", "organization", "cursor");
        routes.post(TICKETS, this::open);
    }

    private Response list(Request request) {
        var caller = callers.at(request.variable("desk"), request);
        var wanted = ListRequest.of(caller, request);
        var cursor = request.query("cursor");
        var page = lists.list(wanted.query(), wanted.filter(), PAGE, caller.address(), cursor);
        return Response.ok(ListView.of(
                page.orElseThrow(() -> ListCursors.notOurs(cursor.orElse("")).asException()), caller));
    }

    private Response open(Request request) {
        return opening.open(callers.at(request.variable("desk"), request), request);
    }
}
