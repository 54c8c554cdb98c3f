package guichet.portal.ticket;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Visibility;
import guichet.portal.file.Uploads;
import guichet.portal.http.Answer;
import guichet.portal.http.Bodies;
import guichet.portal.http.Call;
import guichet.portal.http.Resource;
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

    private Answer read(Call call) {
        return answers.of(200, see(call), call, call.query("cursor"));
    }

    private Answer message(Call call) {
        var seen = see(call);
        var asked = Bodies.read(call.body(), Asks.NewMessage.class);
        var visibility = Visibility.valueOf(Asks.oneOf("visibility", asked.visibility(), "public", "public", "internal")
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
    private Answer transition(Call call) {
        var seen = see(call);
        var asked = new LinkedHashMap<>(Bodies.object(call.body()));
        var to = Asks.required("to", Asks.scalar("to", asked.remove("to")));
        var comment = seen.caller().text(Asks.scalar("comment", asked.remove("comment")));
        return change(
                seen,
                new Command.Transition(
                        seen.caller().actor(),
                        to,
                        Optional.of(comment).filter(text -> !text.isEmpty()).map(Body::of),
                        Asks.scalars(seen.caller(), "inputs", asked)),
                call);
    }

    private Answer owner(Call call) {
        var seen = see(call);
        var email = Asks.optional(Bodies.read(call.body(), Asks.Owner.class).email());
        var owner = email.map(address -> seen.caller()
                .desk()
                .staffMember(address)
                .map(member -> new Person(member.address(), member.name()))
                .orElseGet(() -> Person.of(address)));
        return change(seen, new Command.Assign(seen.caller().actor(), owner), call);
    }

    private Answer queue(Call call) {
        var seen = see(call);
        var asked = Bodies.read(call.body(), Asks.QueueName.class);
        return change(seen, new Command.MoveToQueue(seen.caller().actor(), Asks.required("name", asked.name())), call);
    }

    private Answer level(Call call) {
        var seen = see(call);
        var number = Bodies.read(call.body(), Asks.Level.class).number();
        return change(
                seen,
                new Command.SetLevel(
                        seen.caller().actor(), Asks.required("number", number == null ? null : number.asText())),
                call);
    }

    private Answer priority(Call call) {
        var seen = see(call);
        var asked = Bodies.read(call.body(), Asks.Priority.class);
        var command = new Command.SetPriority(
                seen.caller().actor(),
                Asks.optional(asked.priority()),
                Asks.optional(asked.impact()),
                Asks.optional(asked.urgency()),
                Asks.limited("reason", seen.caller().text(asked.reason())));
        if (command.priority().isEmpty()
                && command.impact().isEmpty()
                && command.urgency().isEmpty()) {
            throw Refusals.problem(Refusal.missing("priority")).asException();
        }
        return change(seen, command, call);
    }

    private Answer escalate(Call call) {
        var seen = see(call);
        var asked = Bodies.read(call.body(), Asks.Escalation.class);
        return change(
                seen,
                new Command.Escalate(
                        seen.caller().actor(),
                        Asks.required("reason", asked.reason()),
                        seen.caller().text(asked.comment())),
                call);
    }

    private Answer forward(Call call) {
        var seen = see(call);
        var asked = Bodies.read(call.body(), Asks.Forward.class);
        var to = new ArrayList<Person>();
        if (asked.to() != null && asked.to().isArray()) {
            asked.to().forEach(one -> to.add(Asks.person("to", one)));
        } else if (asked.to() != null && !asked.to().isNull()) {
            to.add(Asks.person("to", asked.to()));
        }
        if (to.size() > MOST_RECIPIENTS) {
            throw Asks.tooMany("to", to.size(), MOST_RECIPIENTS).asException();
        }
        return change(
                seen,
                new Command.Forward(
                        seen.caller().actor(),
                        to,
                        Asks.limited("comment", seen.caller().text(asked.comment()))),
                call);
    }

    private Seen see(Call call) {
        return tickets.see(call.variable("id"), call);
    }

    private Answer change(Seen seen, Command command, Call call) {
        return answers.ok(tickets.change(seen, command, call), call);
    }
}
