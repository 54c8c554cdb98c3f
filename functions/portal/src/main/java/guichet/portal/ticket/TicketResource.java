package guichet.portal.ticket;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Visibility;
import guichet.portal.file.Uploads;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.ticket.Tickets.Seen;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One ticket: what it is, and what is done to it. Each call reads what was sent, and hands a command to the core. */
@Singleton
public class TicketResource implements Resource {
    private static final String TICKET = "/api/tickets/{id}";
    private static final int MOST_RECIPIENTS = 20;

    @Inject
    Tickets tickets;

    @Inject
    TicketAnswers answers;

    @Inject
    Uploads uploads;

    @Override
    public void routes(Routes routes) {
        routes.get(TICKET, this::read, "cursor");
        routes.post(TICKET + "/messages", this::message);
        routes.post(TICKET + "/transitions", this::transition);
        routes.put(TICKET + "/owner", this::owner);
        routes.put(TICKET + "/queue", this::queue);
        routes.put(TICKET + "/level", this::level);
        routes.put(TICKET + "/priority", this::priority);
        routes.post(TICKET + "/escalations", this::escalate);
        routes.post(TICKET + "/forwards", this::forward);
    }

    private Response read(Request call) {
        return answers.of(200, see(call), call, call.query("cursor"));
    }

    private Response message(Request call) {
        var seen = see(call);
        var asked = RequestBodies.read(call.body(), TicketRequests.NewMessage.class);
        var visibility = Visibility.valueOf(
                TicketRequests.oneOf("visibility", asked.visibility(), "public", "public", "internal")
                        .toUpperCase(java.util.Locale.ROOT));
        var files = uploads.named(seen.id(), asked.attachments());
        return change(
                seen,
                new Command.AddMessage(
                        seen.caller().actor(),
                        visibility,
                        Channel.PORTAL,
                        new Body(seen.caller().text(asked.text()), "", Optional.empty(), files),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                call);
    }

    /** What else than {@code to} and {@code comment} is sent is an input that the state asks for. */
    private Response transition(Request call) {
        var seen = see(call);
        var asked = new LinkedHashMap<>(RequestBodies.object(call.body()));
        var to = TicketRequests.required("to", TicketRequests.scalar("to", asked.remove("to")));
        var comment = seen.caller().text(TicketRequests.scalar("comment", asked.remove("comment")));
        return change(
                seen,
                new Command.Transition(
                        seen.caller().actor(),
                        to,
                        Optional.of(comment).filter(text -> !text.isEmpty()).map(Body::of),
                        TicketRequests.scalars(seen.caller(), "inputs", asked)),
                call);
    }

    private Response owner(Request call) {
        var seen = see(call);
        var email = TicketRequests.optional(
                RequestBodies.read(call.body(), TicketRequests.Owner.class).email());
        var owner = email.map(address -> seen.caller()
                .desk()
                .staffMember(address)
                .map(member -> new Person(member.address(), member.name()))
                .orElseGet(() -> Person.of(address)));
        return change(seen, new Command.Assign(seen.caller().actor(), owner), call);
    }

    private Response queue(Request call) {
        var seen = see(call);
        var asked = RequestBodies.read(call.body(), TicketRequests.QueueName.class);
        return change(
                seen,
                new Command.MoveToQueue(seen.caller().actor(), TicketRequests.required("name", asked.name())),
                call);
    }

    private Response level(Request call) {
        var seen = see(call);
        var number = RequestBodies.read(call.body(), TicketRequests.Level.class).number();
        return change(
                seen,
                new Command.SetLevel(
                        seen.caller().actor(),
                        TicketRequests.required("number", number == null ? null : number.asText())),
                call);
    }

    private Response priority(Request call) {
        var seen = see(call);
        var asked = RequestBodies.read(call.body(), TicketRequests.Priority.class);
        var command = new Command.SetPriority(
                seen.caller().actor(),
                TicketRequests.optional(asked.priority()),
                TicketRequests.optional(asked.impact()),
                TicketRequests.optional(asked.urgency()),
                TicketRequests.limited("reason", seen.caller().text(asked.reason())));
        if (command.priority().isEmpty()
                && command.impact().isEmpty()
                && command.urgency().isEmpty()) {
            throw Refusals.problem(Refusal.missing("priority")).asException();
        }
        return change(seen, command, call);
    }

    private Response escalate(Request call) {
        var seen = see(call);
        var asked = RequestBodies.read(call.body(), TicketRequests.Escalation.class);
        return change(
                seen,
                new Command.Escalate(
                        seen.caller().actor(),
                        TicketRequests.required("reason", asked.reason()),
                        seen.caller().text(asked.comment())),
                call);
    }

    private Response forward(Request call) {
        var seen = see(call);
        var asked = RequestBodies.read(call.body(), TicketRequests.Forward.class);
        var to = new ArrayList<Person>();
        if (asked.to() != null && asked.to().isArray()) {
            asked.to().forEach(one -> to.add(TicketRequests.person("to", one)));
        } else if (asked.to() != null && !asked.to().isNull()) {
            to.add(TicketRequests.person("to", asked.to()));
        }
        if (to.size() > MOST_RECIPIENTS) {
            throw TicketRequests.tooMany("to", to.size(), MOST_RECIPIENTS).asException();
        }
        return change(
                seen,
                new Command.Forward(
                        seen.caller().actor(),
                        to,
                        TicketRequests.limited("comment", seen.caller().text(asked.comment()))),
                call);
    }

    private Seen see(Request call) {
        return tickets.see(call.variable("id"), call);
    }

    private Response change(Seen seen, Command command, Request call) {
        return answers.ok(tickets.change(seen, command, call), call);
    }
}
