package guichet.portal.desk;

import guichet.portal.http.Answers;
import guichet.portal.http.Call;
import guichet.portal.people.Caller;
import guichet.portal.people.Callers;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;

@Path("/api/desks")
@Produces("application/json")
public class DesksResource {
    @Inject
    Call call;
    @Inject
    Callers callers;
    @Inject
    Desks desks;

    /** The desks at which the caller is somebody. */
    @GET
    public Response list() {
        var known = new ArrayList<Caller>();
        callers.address(call).ifPresent(mine -> desks.all().forEach(desk -> callers.at(desk, mine, call).ifPresent(known::add)));
        return Answers.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (var caller : known) {
                DeskView.write(out, caller, call.now());
            }
            out.writeEndArray();
            out.writeNullField("next");
            out.writeEndObject();
        });
    }

    @GET
    @Path("/{desk}")
    public Response one(@PathParam("desk") String desk) {
        var caller = callers.at(desk, call);
        return Answers.ok(out -> DeskView.write(out, caller, call.now()));
    }
}
