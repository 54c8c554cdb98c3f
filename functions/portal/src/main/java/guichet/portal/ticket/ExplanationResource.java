package guichet.portal.ticket;

import guichet.core.sla.Clocks;
import guichet.portal.http.Answers;
import guichet.portal.http.Call;
import guichet.portal.http.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

@Path("/api/tickets/{id}/sla/{name}/explanation")
@Produces("application/json")
public class ExplanationResource {
    @Inject
    Call call;
    @Inject
    Tickets tickets;
    @Inject
    History history;

    /** Every interval since the clock started that counted or did not, and why. */
    @GET
    public Response explain(@PathParam("id") String id, @PathParam("name") String name) {
        var seen = tickets.see(id, call);
        var caller = seen.caller();
        var ticket = seen.ticket();
        var rule = caller.desk().clocks().stream().filter(clock -> clock.name().equals(name) && clock.appliesTo(ticket.type())).findFirst()
                .orElseThrow(() -> Problem.notFound().asException());
        var calendar = Clocks.calendar(caller.desk(), rule, ticket);
        var stretches = ClockStory.tell(history.of(ticket.id()), ticket, name, calendar, caller, SlaView.until(ticket, call.now()));
        var counted = stretches.stream().filter(ClockStory.Stretch::counted).map(ClockStory.Stretch::length).reduce(Duration.ZERO, Duration::plus);
        return Answers.ok(out -> {
            out.writeStartObject();
            SlaView.fields(out, caller, ticket, rule, call.now());
            out.writeStringField("zone", calendar.zone().getId());
            out.writeStringField("counted", counted.toString());
            out.writeArrayFieldStart("intervals");
            for (var stretch : stretches) {
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
