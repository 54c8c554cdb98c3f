package guichet.portal.ticket;

import guichet.core.sla.Clocks;
import guichet.portal.http.Problem;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.http.ViewJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class ExplanationResource implements Resource {
    @Inject
    Tickets tickets;

    @Inject
    History history;

    @Override
    public void routes(Routes routes) {
        routes.get("/api/tickets/{id}/sla/{name}/explanation", this::explain);
    }

    /** Every interval since the clock started that counted or did not, and why. */
    private Response explain(Request request) {
        var name = request.variable("name");
        var visible = tickets.visible(request.variable("id"), request);
        var caller = visible.caller();
        var ticket = visible.ticket();
        var rule = caller.desk().clocks().stream()
                .filter(clock -> clock.name().equals(name) && clock.appliesTo(ticket.type()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().asException());
        var calendar = Clocks.calendar(caller.desk(), rule, ticket);
        var told = ClockStory.tell(
                history.of(ticket.id()),
                ticket,
                name,
                contract -> caller.desk().calendarFor(rule, contract),
                caller,
                SlaView.until(ticket, request.now()));
        return Response.ok(out -> {
            out.writeStartObject();
            SlaView.fields(out, caller, ticket, rule, request.now());
            out.writeStringField("zone", calendar.zone().getId());
            ViewJson.duration(out, "counted", Optional.of(told.counted()));
            ViewJson.duration(out, "carried", Optional.of(told.carried()));
            out.writeArrayFieldStart("intervals");
            for (var stretch : told.stretches()) {
                out.writeStartObject();
                out.writeStringField("from", stretch.from().toString());
                out.writeStringField("to", stretch.to().toString());
                out.writeBooleanField("counted", stretch.counted());
                out.writeStringField("reason", stretch.why());
                out.writeStringField("label", stretch.words().in(caller.language()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
