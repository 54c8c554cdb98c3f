package guichet.portal.desk;

import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import guichet.portal.people.ServedDesks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;

@Singleton
public class DesksResource implements Resource {
    @Inject
    CallerResolver callers;

    @Inject
    ServedDesks desks;

    @Override
    public void routes(Routes routes) {
        routes.get("/api/desks", this::list);
        routes.get("/api/desks/{desk}", this::one);
    }

    /** The desks at which the caller is somebody. */
    private Response list(Request request) {
        var known = new ArrayList<Caller>();
        callers.address(request)
                .ifPresent(mine -> desks.all()
                        .forEach(desk -> callers.at(desk, mine, request).ifPresent(known::add)));
        return Response.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (var caller : known) {
                DeskView.write(out, caller, request.now());
            }
            out.writeEndArray();
            out.writeNullField("next");
            out.writeEndObject();
        });
    }

    private Response one(Request request) {
        var caller = callers.at(request.variable("desk"), request);
        return Response.ok(out -> DeskView.write(out, caller, request.now()));
    }
}
