package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.access.SightChange;
import guichet.core.access.SightChange.Seer;
import guichet.core.command.Command;
import guichet.core.command.Decider;
import guichet.core.command.Decision;
import guichet.core.people.Organization;
import guichet.core.ticket.Ticket;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import guichet.portal.ticket.Tickets.Visible;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a correction of whose a ticket is would do, before it is done: who will see it then, and who no longer. */
@Singleton
public class SightResource implements Resource {
    /** The actions that have a preview. */
    static final Set<String> PREVIEWED = Set.of("requester", "organization");

    /** Nothing is written: the reason is given with the correction itself. */
    private static final String PREVIEW = "preview";

    @Inject
    Tickets tickets;

    @Inject
    CallerResolver callers;

    @Inject
    Whose whose;

    @Override
    public void routes(Routes routes) {
        routes.get("/api/tickets/{id}/requester", this::requester, "email", "name");
        routes.get("/api/tickets/{id}/organization", this::organization, "organization");
    }

    private Response requester(Request request) {
        var visible = tickets.visible(request.variable("id"), request);
        var name = request.query("name").orElse("");
        return preview(
                visible,
                whose.requester(visible.caller(), request.query("email").orElse(""), name, PREVIEW),
                request);
    }

    private Response organization(Request request) {
        var visible = tickets.visible(request.variable("id"), request);
        var id = request.query("organization").flatMap(given -> TicketRequests.optional("organization", given));
        return preview(visible, whose.organization(visible.caller(), id, PREVIEW), request);
    }

    private Response preview(Visible visible, Command.Correction correction, Request request) {
        var caller = visible.caller();
        var ticket = visible.ticket();
        var after = after(caller, ticket, correction, request);
        var change = SightChange.between(
                ticket,
                after,
                person -> callers.requester(caller.desk(), person).organization());
        return Response.ok(out -> {
            out.writeStartObject();
            PersonView.field(out, "requester", after.requester(), caller);
            ViewJson.text(out, "organization", after.organization());
            out.writeStringField("contract", after.contract());
            seers(out, "sees", change.sees(), caller);
            seers(out, "gains", change.gains(), caller);
            seers(out, "loses", change.loses(), caller);
            out.writeEndObject();
        });
    }

    private static Ticket after(Caller caller, Ticket ticket, Command.Correction correction, Request request) {
        return switch (Decider.decide(caller.desk(), Optional.of(ticket), correction, request.now())) {
            case Decision.Accepted accepted -> accepted.ticket();
            case Decision.Refused refused ->
                throw Refusals.problem(refused.refusal()).asException();
        };
    }

    private void seers(JsonGenerator out, String field, List<Seer> seers, Caller caller) throws IOException {
        out.writeArrayFieldStart(field);
        for (var seer : seers) {
            switch (seer) {
                case Seer.One one -> PersonView.write(out, one.person(), caller);
                case Seer.Everybody all -> {
                    out.writeStartObject();
                    out.writeStringField("organization", all.organization());
                    out.writeStringField("name", name(caller, all.organization()));
                    out.writeEndObject();
                }
            }
        }
        out.writeEndArray();
    }

    private String name(Caller caller, String organization) {
        return callers.organization(caller.desk(), organization)
                .map(Organization::name)
                .orElse(organization);
    }
}
