package guichet.portal.ticket;

import guichet.core.command.Command;
import guichet.core.command.Refusal;
import guichet.core.desk.Channel;
import guichet.core.ticket.Requester;
import guichet.portal.http.Problem;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Response;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Opens a ticket by form: by a customer for themselves, or by an agent for somebody, perhaps on the phone. */
@ApplicationScoped
public class TicketOpening {
    private final CallerResolver callers;
    private final Tickets tickets;
    private final TicketAnswers answers;

    public TicketOpening(CallerResolver callers, Tickets tickets, TicketAnswers answers) {
        this.callers = callers;
        this.tickets = tickets;
        this.answers = answers;
    }

    public Response open(Caller caller, Request request) {
        var sent = RequestBodies.read(request.body(), TicketRequests.NewTicket.class);
        var channel = TicketRequests.oneOf("channel", sent.channel(), "portal", "portal", "phone");
        if (channel.equals("phone") && !caller.isStaff()) {
            throw TicketRequests.agentsOnly("channel: phone").asException();
        }
        var type = TicketRequests.optional("type", sent.type()).orElseGet(() -> onlyType(caller));
        var writing = caller.writing();
        var subject = writing.line(sent.subject());
        var description = writing.text(TicketRequests.message("description", sent.description()));
        var requester = requester(caller, sent);
        var queue = staffs(caller, "queue", sent.queue());
        var level = staffs(caller, "level", TicketRequests.levelOf(sent.level()));
        var fields = TicketRequests.scalars(writing, "fields", sent.fields());
        var visible = tickets.open(
                caller,
                id -> Command.Open.of(
                                caller.actor(),
                                id,
                                type,
                                subject,
                                requester,
                                channel.equals("phone") ? Channel.PHONE : Channel.PORTAL)
                        .body(Optional.of(description)
                                .filter(text -> !text.isEmpty())
                                .map(writing::body))
                        .fields(fields)
                        .impact(TicketRequests.optional("impact", sent.impact()))
                        .urgency(TicketRequests.optional("urgency", sent.urgency()))
                        .queue(queue)
                        .level(level)
                        .build(),
                request);
        return answers.of(201, visible, request, Optional.empty()).with("location", "/api/tickets/" + visible.id());
    }

    private Requester requester(Caller caller, TicketRequests.NewTicket sent) {
        if (sent.requester() == null || sent.requester().isNull()) {
            return callers.requester(caller.desk(), caller.actor().person());
        }
        if (!caller.isStaff()) {
            throw TicketRequests.agentsOnly("requester").asException();
        }
        return callers.requester(caller.desk(), TicketRequests.person("requester", sent.requester()));
    }

    /** Where it goes is for the staff to say. */
    private static Optional<String> staffs(Caller caller, String field, String value) {
        var given = TicketRequests.optional(field, value);
        if (given.isPresent() && !caller.isStaff()) {
            throw TicketRequests.agentsOnly(field).asException();
        }
        return given;
    }

    private static String onlyType(Caller caller) {
        var types = caller.desk().types();
        if (types.size() > 1) {
            throw Problem.badValue(
                            "type",
                            "",
                            List.copyOf(types.keySet()),
                            Refusal.missing("type").message())
                    .asException();
        }
        return caller.desk().defaultType().id();
    }
}
