package guichet.portal.list;

import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.Words;
import guichet.core.ticket.Refusal;
import guichet.portal.http.Clean;
import guichet.portal.http.Problem;
import guichet.portal.list.TicketLists.Index;
import guichet.portal.list.TicketLists.Row;
import guichet.portal.people.Caller;
import guichet.portal.ticket.Refusals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which list a caller asks for. An index holds no other organization's tickets, so that nobody's list can.
 *
 * @param scope all that was asked, for the cursor to be bound to
 */
record Asked(Index index, Predicate<Row> filter, String scope) {
    private static final int LONGEST = 200;
    private static final String QUEUE = "queue:";

    static Asked of(Caller caller, String view, String state, String owner, String text, String organization) {
        var index = index(caller, view == null ? "mine" : view, Optional.ofNullable(organization));
        var scope = String.join("\n", caller.desk().id(), caller.address(), index.toString(), "" + state, "" + owner, "" + text);
        return new Asked(index, states(caller.desk(), state).and(owner(caller, owner)).and(text(text)), scope);
    }

    private static Index index(Caller caller, String view, Optional<String> organization) {
        if (view.equals("mine")) {
            return caller.isStaff() ? new Index.Owner(caller.address()) : new Index.Requester(caller.address());
        }
        if (view.equals("organization")) {
            return organization(caller, organization);
        }
        var queues = caller.desk().queues();
        var known = view.equals("attention") || view.equals("all") || view.startsWith(QUEUE);
        if (known && !caller.isStaff()) {
            throw Problem.notAllowed(new Words("Cette vue est réservée aux agents.", "This view is for agents only.")).asException();
        }
        if (view.equals("attention")) {
            return new Index.Queues(List.copyOf(queues.keySet()));
        }
        if (view.equals("all")) {
            return new Index.All();
        }
        var queue = known ? view.substring(QUEUE.length()) : null;
        if (queue == null || !queues.containsKey(queue)) {
            var allowed = new TreeSet<>(List.of("mine", "organization", "attention", "all"));
            queues.keySet().forEach(name -> allowed.add(QUEUE + name));
            throw bad("view", view, List.copyOf(caller.isStaff() ? allowed : List.of("mine", "organization")));
        }
        return new Index.Queues(List.of(queue));
    }

    /** A customer's own; staff say whose. */
    private static Index organization(Caller caller, Optional<String> named) {
        if (caller.isStaff()) {
            var id = named.filter(name -> !name.isBlank() && name.length() <= LONGEST);
            return new Index.Organization(id.orElseThrow(() -> Refusals.problem(Refusal.missing("organization")).asException()));
        }
        return caller.actor().organization().<Index>map(Index.Organization::new).orElseGet(() -> new Index.Requester(caller.address()));
    }

    private static Predicate<Row> states(Desk desk, String state) {
        if (state == null) {
            return _ -> true;
        }
        var wanted = desk.types().values().stream().flatMap(type -> type.state(state).stream()).findFirst().map(found -> found.id());
        if (wanted.isEmpty()) {
            throw bad("state", state, desk.types().values().stream().map(RequestType::states).flatMap(states -> states.keySet().stream()).distinct().toList());
        }
        return row -> row.state().equals(wanted.get());
    }

    private static Predicate<Row> owner(Caller caller, String owner) {
        if (owner == null) {
            return _ -> true;
        }
        if (!caller.isStaff()) {
            throw Problem.notAllowed(new Words("« owner » est réservé aux agents.", "“owner” is for agents only.")).asException();
        }
        if (owner.equals("nobody")) {
            return row -> row.owner().isEmpty();
        }
        var wanted = owner.equals("me") ? caller.address() : owner.toLowerCase(Locale.ROOT);
        return row -> row.owner().filter(person -> person.address().equals(wanted)).isPresent();
    }

    private static Predicate<Row> text(String text) {
        if (text == null) {
            return _ -> true;
        }
        if (text.length() > LONGEST) {
            throw Problem.expected("text", text, "au plus " + LONGEST + " caractères", "at most " + LONGEST + " characters").asException();
        }
        var wanted = Clean.line(text).toLowerCase(Locale.ROOT);
        return row -> row.subject().toLowerCase(Locale.ROOT).contains(wanted) || row.id().toString().equals(wanted);
    }

    private static RuntimeException bad(String field, String value, List<String> allowed) {
        return Refusals.problem(Refusal.unknown(field, Problem.shown(value), allowed)).asException();
    }
}
