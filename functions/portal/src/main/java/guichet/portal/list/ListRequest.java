package guichet.portal.list;

import guichet.core.command.Refusal;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.portal.http.CleanText;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.Request;
import guichet.portal.people.Caller;
import guichet.portal.ticket.Refusals;
import guichet.store.TicketFilter;
import guichet.store.TicketQuery;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which list a caller asks for. A customer's lists are those of their own address and organization: no other's ticket
 * can stand in one.
 */
record ListRequest(TicketQuery query, TicketFilter filter) {
    private static final int LONGEST = 200;
    private static final String QUEUE = "queue:";

    static ListRequest of(Caller caller, Request request) {
        var query = query(caller, request.query("view").orElse("mine"), request.query("organization"));
        return new ListRequest(
                query,
                new TicketFilter(
                        state(caller.desk(), request.query("state")),
                        owner(caller, request.query("owner")),
                        text(request.query("text"))));
    }

    private static TicketQuery query(Caller caller, String view, Optional<String> organization) {
        var desk = caller.desk();
        if (view.equals("mine")) {
            return caller.isStaff()
                    ? new TicketQuery.OwnedBy(desk.id(), caller.address())
                    : new TicketQuery.RequestedBy(desk.id(), caller.address());
        }
        if (view.equals("organization")) {
            return organization(caller, organization);
        }
        var known = view.equals("attention") || view.equals("all") || view.startsWith(QUEUE);
        if (known && !caller.isStaff()) {
            throw Problem.notAllowed(ProblemWords.FOR_AGENTS_VIEW).asException();
        }
        if (view.equals("attention")) {
            return new TicketQuery.Awaiting(desk.id(), List.copyOf(desk.queues().keySet()));
        }
        if (view.equals("all")) {
            return new TicketQuery.All(desk.id());
        }
        var queue = known ? view.substring(QUEUE.length()) : null;
        if (queue == null || !desk.queues().containsKey(queue)) {
            throw unknown("view", view, views(caller));
        }
        return new TicketQuery.Awaiting(desk.id(), List.of(queue));
    }

    /** A customer's own; staff say whose. */
    private static TicketQuery organization(Caller caller, Optional<String> named) {
        var desk = caller.desk().id();
        if (caller.isStaff()) {
            var id = named.map(name -> bounded("organization", name)).filter(name -> !name.isBlank());
            return new TicketQuery.OfOrganization(
                    desk,
                    id.orElseThrow(() ->
                            Refusals.problem(Refusal.missing("organization")).asException()));
        }
        return caller.actor()
                .organization()
                .<TicketQuery>map(id -> new TicketQuery.OfOrganization(desk, id))
                .orElseGet(() -> new TicketQuery.RequestedBy(desk, caller.address()));
    }

    private static List<String> views(Caller caller) {
        var views = new TreeSet<>(List.of("mine", "organization"));
        if (caller.isStaff()) {
            views.addAll(List.of("attention", "all"));
            caller.desk().queues().keySet().forEach(name -> views.add(QUEUE + name));
        }
        return List.copyOf(views);
    }

    private static Optional<String> state(Desk desk, Optional<String> wanted) {
        var types = desk.types().values();
        return wanted.map(state -> types.stream()
                .flatMap(type -> type.state(state).stream())
                .map(State::id)
                .findFirst()
                .orElseThrow(() -> unknown(
                        "state",
                        state,
                        types.stream()
                                .map(RequestType::states)
                                .flatMap(states -> states.keySet().stream())
                                .distinct()
                                .toList())));
    }

    private static Optional<String> owner(Caller caller, Optional<String> wanted) {
        if (wanted.isPresent() && !caller.isStaff()) {
            throw Problem.notAllowed(ProblemWords.FOR_AGENTS_FIELD.with("owner"))
                    .asException();
        }
        return wanted.map(owner -> owner.equals("me") ? caller.address() : bounded("owner", owner));
    }

    private static Optional<String> text(Optional<String> wanted) {
        return wanted.map(text -> CleanText.line(bounded("text", text)));
    }

    private static String bounded(String field, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.expected(field, text, ProblemWords.EXPECTED_CHARACTERS.with(LONGEST))
                    .asException();
        }
        return text;
    }

    private static RuntimeException unknown(String field, String value, List<String> allowed) {
        return Refusals.problem(Refusal.unknown(field, Problem.shown(value), allowed))
                .asException();
    }
}
