package guichet.portal.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.command.Command;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.people.Caller;
import guichet.portal.ticket.Tickets.Visible;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;

/** What agents put right on a ticket, or complete; each with a reason, which is for the staff alone. */
@Singleton
public class CorrectionsResource implements Resource {
    private static final String TICKET = "/api/tickets/{id}";

    @Inject
    Tickets tickets;

    @Inject
    TicketAnswers answers;

    @Inject
    Whose whose;

    @Override
    public void routes(Routes routes) {
        routes.put(TICKET + "/fields", this::fields);
        routes.put(TICKET + "/type", this::type);
        routes.put(TICKET + "/requester", this::requester);
        routes.put(TICKET + "/organization", this::organization);
        routes.put(TICKET + "/contract", this::contract);
        routes.put(TICKET + "/subject", this::subject);
    }

    /** What else than {@code reason} is sent is a field of the form. */
    private Response fields(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = new LinkedHashMap<>(RequestBodies.object(request.body()));
        var reason = reason(caller, TicketRequests.textual("reason", sent.remove("reason")));
        var fields = TicketRequests.scalars(caller.writing(), "fields", sent);
        return change(visible, new Command.SetFields(caller.actor(), fields, reason), request);
    }

    /** What else than {@code to}, {@code state} and {@code reason} is sent is a field of the new type's form. */
    private Response type(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = new LinkedHashMap<>(RequestBodies.object(request.body()));
        var to = TicketRequests.required("to", TicketRequests.textual("to", sent.remove("to")));
        var state = TicketRequests.optional("state", TicketRequests.textual("state", sent.remove("state")));
        var reason = reason(caller, TicketRequests.textual("reason", sent.remove("reason")));
        var fields = TicketRequests.scalars(caller.writing(), "fields", sent);
        return change(visible, new Command.SetType(caller.actor(), to, state, fields, reason), request);
    }

    private Response subject(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = RequestBodies.read(request.body(), Subject.class);
        return change(
                visible,
                new Command.SetSubject(
                        caller.actor(), caller.writing().line(sent.subject()), reason(caller, sent.reason())),
                request);
    }

    private Response requester(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = RequestBodies.read(request.body(), NewRequester.class);
        return change(
                visible, whose.requester(caller, sent.email(), sent.name(), reason(caller, sent.reason())), request);
    }

    private Response organization(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = RequestBodies.read(request.body(), NewOrganization.class);
        var organization = TicketRequests.nullable("organization", sent.organization());
        return change(visible, whose.organization(caller, organization, reason(caller, sent.reason())), request);
    }

    private Response contract(Request request) {
        var visible = visible(request);
        var caller = visible.caller();
        var sent = RequestBodies.read(request.body(), NewContract.class);
        var contract = TicketRequests.required("contract", sent.contract());
        return change(
                visible, new Command.SetContract(caller.actor(), contract, reason(caller, sent.reason())), request);
    }

    record NewRequester(String email, String name, String reason) {}

    /** @param organization null in JSON: none; it must be said */
    record NewOrganization(JsonNode organization, String reason) {}

    record NewContract(String contract, String reason) {}

    record Subject(String subject, String reason) {}

    private static String reason(Caller caller, String written) {
        return TicketRequests.limited("reason", caller.text(written));
    }

    private Visible visible(Request request) {
        return tickets.visible(request.variable("id"), request);
    }

    private Response change(Visible visible, Command.Correction correction, Request request) {
        return answers.ok(tickets.change(visible, correction, request), request);
    }
}
