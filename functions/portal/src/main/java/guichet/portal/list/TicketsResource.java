package guichet.portal.list;

import guichet.portal.http.Answers;
import guichet.portal.http.Call;
import guichet.portal.http.Cursors;
import guichet.portal.people.Callers;
import guichet.portal.ticket.Opening;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The tickets of a desk: the lists, and a new one. */
@Path("/api/desks/{desk}/tickets")
@Produces("application/json")
public class TicketsResource {
    private static final int PAGE = 25;

    @Inject
    Call call;
    @Inject
    Callers callers;
    @Inject
    TicketLists lists;
    @Inject
    Opening opening;

    @GET
    public Response list(@PathParam("desk") String desk, @QueryParam("view") String view, @QueryParam("state") String state,
                         @QueryParam("owner") String owner, @QueryParam("text") String text, @QueryParam("organization") String organization,
                         @QueryParam("cursor") String cursor) {
        var caller = callers.at(desk, call);
        var asked = Asked.of(caller, view, state, owner, text, organization);
        var page = lists.list(asked.query(), asked.filter(), PAGE, caller.address(), Optional.ofNullable(cursor));
        return Answers.ok(ListView.of(page.orElseThrow(() -> Cursors.notOurs(cursor).asException()), caller));
    }

    @POST
    @Consumes("application/json")
    public Response open(@PathParam("desk") String desk, byte[] body) {
        return opening.open(callers.at(desk, call), body, call);
    }
}
