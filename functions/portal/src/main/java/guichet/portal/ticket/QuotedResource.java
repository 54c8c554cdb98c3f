package guichet.portal.ticket;

import guichet.core.ticket.Body;
import guichet.portal.http.Problem;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What was folded away of a mail's text: quoted history and signature. Read when somebody unfolds it, since it is often
 * most of a mail.
 */
@Singleton
public class QuotedResource implements Resource {
    @Inject
    Tickets tickets;

    @Inject
    History history;

    @Override
    public void routes(Routes routes) {
        routes.get("/api/tickets/{id}/messages/{seq}/quoted", this::quoted);
    }

    private Response quoted(Request request) {
        var visible = tickets.visible(request.variable("id"), request);
        var quoted = history.body(visible, request.variable("seq"))
                .filter(Body::hasQuoted)
                .map(Body::quoted)
                .orElseThrow(() -> Problem.notFound().asException());
        return Response.ok(out -> {
            out.writeStartObject();
            out.writeStringField("quoted", quoted);
            out.writeEndObject();
        });
    }
}
