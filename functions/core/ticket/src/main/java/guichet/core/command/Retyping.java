package guichet.core.command;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Desk;
import guichet.core.desk.Input.Required;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.text.Visible;
import guichet.core.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ticket under another type of request (S4-03): its state is the one of the same name, or else must be said; what the
 * new form asks for before work begins must be there, if work has begun.
 *
 * @param given fields of the new form that are given with the change
 */
record Retyping(Desk desk, Ticket ticket, RequestType type, Map<String, String> given) {
    static Optional<Refusal> refuse(Desk desk, Ticket ticket, Command.SetType set) {
        var type = desk.types().get(set.type());
        if (type == null) {
            return Optional.of(
                    Refusal.unknown("to", set.type(), List.copyOf(desk.types().keySet())));
        }
        var change = new Retyping(desk, ticket, type, set.fields());
        return CommandRules.refuseFields(desk, type.id(), set.fields())
                .or(() -> change.refuseState(set.state()))
                .or(() -> change.refuseForm(set.state()));
    }

    /** The state that it goes on in; empty where none has been said, and no name tells. */
    Optional<State> state(Optional<String> said) {
        return said.isPresent()
                ? said.flatMap(type::state).filter(state -> states().contains(state.id()))
                : ofTheSameName();
    }

    /** The states that may be said, in the file's order. */
    List<String> states() {
        return type.states().values().stream()
                .filter(this::mayBeEntered)
                .map(State::id)
                .toList();
    }

    Optional<State> ofTheSameName() {
        return type.state(ticket.state()).filter(state -> leadsOn(state, ticket.before()));
    }

    /** The fields that change: those given, and what does not fit the new form under its old name. */
    Map<String, String> fields() {
        var fields = new TreeMap<>(given);
        type.fields().forEach((name, field) -> {
            var value = ticket.fields().getOrDefault(name, "");
            if (!given.containsKey(name)
                    && !Visible.nothing(value)
                    && FieldValues.refuse(desk, field, value).isPresent()) {
                fields.put(name, "");
            }
        });
        return fields;
    }

    /** Names of the fields without which work cannot go on in that state. */
    List<String> missing(State state) {
        var form = new TreeMap<>(ticket.fields());
        form.putAll(fields());
        return state.initial() || state.closed() ? List.of() : Workflow.missingFields(type, form, Required.CHARGE);
    }

    private Optional<Refusal> refuseState(Optional<String> said) {
        if (state(said).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                said.isPresent()
                        ? Refusal.unknown("state", said.get(), states())
                        : new Refusal.BadValue("state", "", states(), RefusalWords.MISSING.with("state")));
    }

    private Optional<Refusal> refuseForm(Optional<String> said) {
        var missing = state(said).map(this::missing).orElse(List.of());
        return missing.isEmpty() ? Optional.empty() : Optional.of(Refusal.missing(String.join(", ", missing)));
    }

    /** What a state asks for can only be given with a move of its own. */
    private boolean mayBeEntered(State state) {
        return Workflow.asks(type, ticket, state, ticket.inputs()).stream()
                        .allMatch(ask -> !ask.required() || ticket.inputs().containsKey(ask.input()))
                && leadsOn(state, Optional.of(ticket.state()));
    }

    /** Not where the only way out is back to a state that this type does not have. */
    private boolean leadsOn(State state, Optional<String> before) {
        var moves = type.movesFrom(state.id());
        return moves.isEmpty()
                || before.flatMap(type::state).isPresent()
                || moves.stream().anyMatch(move -> !move.to().equals(AllowedTransition.BACK));
    }
}
