package guichet.portal.ticket;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Visibility;
import guichet.portal.file.Uploads;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.ticket.Tickets.Visible;
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

    @Inject
    UnreachableMarks marks;

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
        routes.post(TICKET + "/reachable", this::reachable);
    }

    private Response read(Request request) {
        return answers.of(200, visible(request), request, request.query("cursor"));
    }

    private Response message(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.NewMessage.class);
        var visibility =
                Visibility.valueOf(TicketRequests.oneOf("visibility", sent.visibility(), "public", "public", "internal")
                        .toUpperCase(java.util.Locale.ROOT));
        var text = TicketRequests.message("text", sent.text());
        if (sent.attachments() != null && !sent.attachments().isEmpty()) {
            var withAnyFile = text.isBlank() ? "…" : text;
            tickets.refuse(visible, message(visible, visibility, Body.of(withAnyFile)), request);
        }
        var body = uploads.message(visible.caller(), visible.id(), text, sent.attachments());
        return change(visible, message(visible, visibility, body), request);
    }

    private static Command.AddMessage message(Visible visible, Visibility visibility, Body body) {
        return new Command.AddMessage(
                visible.caller().actor(),
                visibility,
                Channel.PORTAL,
                body,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** What else than {@code to} and {@code comment} is sent is an input that the state asks for. */
    private Response transition(Request request) {
        var visible = visible(request);
        var sent = new LinkedHashMap<>(RequestBodies.object(request.body()));
        var to = TicketRequests.required("to", TicketRequests.textual("to", sent.remove("to")));
        var writing = visible.caller().writing();
        var comment = writing.text(
                TicketRequests.message("comment", TicketRequests.textual("comment", sent.remove("comment"))));
        var inputs = TicketRequests.scalars(writing, "inputs", sent);
        return change(
                visible,
                new Command.Transition(
                        visible.caller().actor(),
                        to,
                        Optional.of(comment).filter(text -> !text.isEmpty()).map(writing::body),
                        inputs),
                request);
    }

    private Response owner(Request request) {
        var visible = visible(request);
        var owner = TicketRequests.nullable(
                        "email",
                        RequestBodies.read(request.body(), TicketRequests.Owner.class)
                                .email())
                .map(address -> visible.caller()
                        .desk()
                        .staffMember(address)
                        .map(member -> new Person(member.address(), member.name()))
                        .orElseGet(() -> Person.of(address)));
        return change(visible, new Command.Assign(visible.caller().actor(), owner), request);
    }

    private Response queue(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.QueueName.class);
        return change(
                visible,
                new Command.MoveToQueue(visible.caller().actor(), TicketRequests.required("name", sent.name())),
                request);
    }

    private Response level(Request request) {
        var visible = visible(request);
        var number =
                RequestBodies.read(request.body(), TicketRequests.Level.class).number();
        return change(
                visible,
                new Command.SetLevel(
                        visible.caller().actor(), TicketRequests.required("number", TicketRequests.levelOf(number))),
                request);
    }

    private Response priority(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.Priority.class);
        var command = new Command.SetPriority(
                visible.caller().actor(),
                TicketRequests.optional("priority", sent.priority()),
                TicketRequests.optional("impact", sent.impact()),
                TicketRequests.optional("urgency", sent.urgency()),
                TicketRequests.limited("reason", visible.caller().text(sent.reason())));
        if (command.priority().isEmpty()
                && command.impact().isEmpty()
                && command.urgency().isEmpty()) {
            throw Refusals.problem(Refusal.missing("priority")).asException();
        }
        return change(visible, command, request);
    }

    private Response escalate(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.Escalation.class);
        return change(
                visible,
                new Command.Escalate(
                        visible.caller().actor(),
                        TicketRequests.required("reason", sent.reason()),
                        TicketRequests.limited("comment", visible.caller().text(sent.comment()))),
                request);
    }

    private Response forward(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.Forward.class);
        var to = new ArrayList<Person>();
        if (sent.to() != null && sent.to().isArray()) {
            sent.to().forEach(one -> to.add(TicketRequests.person("to", one)));
        } else if (sent.to() != null && !sent.to().isNull()) {
            to.add(TicketRequests.person("to", sent.to()));
        }
        if (to.size() > MOST_RECIPIENTS) {
            throw TicketRequests.tooMany("to", to.size(), MOST_RECIPIENTS).asException();
        }
        return change(
                visible,
                new Command.Forward(
                        visible.caller().actor(),
                        to,
                        TicketRequests.limited("comment", visible.caller().text(sent.comment()))),
                request);
    }

    /**
     * The address is lifted after the ticket accepted it, so by nobody who may not; a repeat of the call lifts it
     * again.
     */
    private Response reachable(Request request) {
        var visible = visible(request);
        var sent = RequestBodies.read(request.body(), TicketRequests.Reachable.class);
        var address =
                MailAddress.kept(TicketRequests.address("address", TicketRequests.required("address", sent.address())));
        var reason = TicketRequests.limited("reason", visible.caller().text(sent.reason()));
        var command = new Command.MarkReachable(visible.caller().actor(), address, LocalizedText.same(reason));
        var after = tickets.change(visible, command, request);
        marks.lift(address, request.now());
        return answers.ok(after, request);
    }

    private Visible visible(Request request) {
        return tickets.visible(request.variable("id"), request);
    }

    private Response change(Visible visible, Command command, Request request) {
        return answers.ok(tickets.change(visible, command, request), request);
    }
}
