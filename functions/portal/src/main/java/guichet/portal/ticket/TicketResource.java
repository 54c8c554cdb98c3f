package guichet.portal.ticket;

import guichet.core.desk.Channel;
import guichet.core.ticket.Body;
import guichet.core.ticket.Command;
import guichet.core.ticket.Person;
import guichet.core.ticket.Refusal;
import guichet.core.ticket.Visibility;
import guichet.portal.file.Uploads;
import guichet.portal.http.Bodies;
import guichet.portal.http.Call;
import guichet.portal.ticket.Tickets.Seen;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One ticket: what it is, and what is done to it. Each call reads what was sent, and hands a command to the core. */
@Path("/api/tickets/{id}")
@Produces("application/json")
@Consumes("application/json")
public class TicketResource {
    private static final int MOST_RECIPIENTS = 20;

    @Inject
    Call call;
    @Inject
    Tickets tickets;
    @Inject
    TicketAnswers answers;
    @Inject
    Uploads uploads;

    @GET
    @Consumes("*/*")
    public Response read(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        return answers.of(200, tickets.see(id, call), call, Optional.ofNullable(cursor)).build();
    }

    @POST
    @Path("/messages")
    public Response message(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, Asks.NewMessage.class);
        var visibility = Visibility.valueOf(Asks.oneOf("visibility", asked.visibility(), "public", "public", "internal").toUpperCase(java.util.Locale.ROOT));
        var files = uploads.named(seen.id(), asked.attachments());
        return change(seen, new Command.AddMessage(seen.caller().actor(), visibility, Channel.PORTAL,
                new Body(seen.caller().text(asked.text()), "", Optional.empty(), files), Optional.empty(), Optional.empty(), List.of()), body);
    }

    /** What else than {@code to} and {@code comment} is sent is an input that the state asks for. */
    @POST
    @Path("/transitions")
    public Response transition(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = new LinkedHashMap<>(Bodies.object(body));
        var to = Asks.required("to", Asks.scalar("to", asked.remove("to")));
        var comment = seen.caller().text(Asks.scalar("comment", asked.remove("comment")));
        return change(seen, new Command.Transition(seen.caller().actor(), to, Optional.of(comment).filter(text -> !text.isEmpty()).map(Body::of),
                Asks.scalars(seen.caller(), "inputs", asked)), body);
    }

    @PUT
    @Path("/owner")
    public Response owner(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var email = Asks.optional(Bodies.read(body, Asks.Owner.class).email());
        var owner = email.map(address -> seen.caller().desk().staffMember(address).map(member -> new Person(member.address(), member.name()))
                .orElseGet(() -> Person.of(address)));
        return change(seen, new Command.Assign(seen.caller().actor(), owner), body);
    }

    @PUT
    @Path("/queue")
    public Response queue(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, Asks.QueueName.class);
        return change(seen, new Command.MoveToQueue(seen.caller().actor(), Asks.required("name", asked.name())), body);
    }

    @PUT
    @Path("/level")
    public Response level(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var number = Bodies.read(body, Asks.Level.class).number();
        return change(seen, new Command.SetLevel(seen.caller().actor(), Asks.required("number", number == null ? null : number.asText())), body);
    }

    @PUT
    @Path("/priority")
    public Response priority(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, Asks.Priority.class);
        var command = new Command.SetPriority(seen.caller().actor(), Asks.optional(asked.priority()), Asks.optional(asked.impact()),
                Asks.optional(asked.urgency()), Asks.limited("reason", seen.caller().text(asked.reason())));
        if (command.priority().isEmpty() && command.impact().isEmpty() && command.urgency().isEmpty()) {
            throw Refusals.problem(Refusal.missing("priority")).asException();
        }
        return change(seen, command, body);
    }

    @POST
    @Path("/escalations")
    public Response escalate(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, Asks.Escalation.class);
        return change(seen, new Command.Escalate(seen.caller().actor(), Asks.required("reason", asked.reason()), seen.caller().text(asked.comment())), body);
    }

    @POST
    @Path("/forwards")
    public Response forward(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, Asks.Forward.class);
        var to = new ArrayList<Person>();
        if (asked.to() != null && asked.to().isArray()) {
            asked.to().forEach(one -> to.add(Asks.person("to", one)));
        } else if (asked.to() != null && !asked.to().isNull()) {
            to.add(Asks.person("to", asked.to()));
        }
        if (to.size() > MOST_RECIPIENTS) {
            throw Asks.tooMany("to", to.size(), MOST_RECIPIENTS).asException();
        }
        return change(seen, new Command.Forward(seen.caller().actor(), to, Asks.limited("comment", seen.caller().text(asked.comment()))), body);
    }

    private Response change(Seen seen, Command command, byte[] body) {
        return answers.ok(tickets.change(seen, command, call, body), call);
    }
}
