package guichet.core.command;

import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Input.Kind;
import guichet.core.desk.Input.Required;
import guichet.core.desk.Input.When;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import guichet.core.text.Visible;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a ticket's workflow lets somebody do. */
public final class Workflow {
    private Workflow() {}

    /** The states that this one may move the ticket to now, in the desk file's order; leads may do what agents may. */
    public static List<State> targets(Desk desk, Ticket ticket, Actor by) {
        var type = type(desk, ticket);
        if (ticket.mergedInto().isPresent()) {
            return List.of();
        }
        Set<State> targets = new LinkedHashSet<>();
        for (var move : type.movesFrom(ticket.state())) {
            if (move.by().contains(by.role())) {
                var to = move.to().equals(AllowedTransition.BACK) ? ticket.before() : Optional.of(move.to());
                to.flatMap(type::state).ifPresent(targets::add);
            }
        }
        return List.copyOf(targets);
    }

    /** Why this transition cannot be made; empty when it can. */
    static Optional<Refusal> refuse(Desk desk, Ticket ticket, Command.Transition command, Instant now) {
        var type = type(desk, ticket);
        var target = type.state(command.to());
        if (target.isEmpty()) {
            return Optional.of(Refusal.unknown(
                    "to", command.to(), List.copyOf(type.states().keySet())));
        }
        var targets = targets(desk, ticket, command.by());
        if (!targets.contains(target.get())) {
            return Optional.of(notNow(type, ticket, target.get(), targets));
        }
        if (type.state(ticket.state()).map(State::initial).orElse(false)) {
            var missing = missingFields(type, ticket.fields(), Required.CHARGE);
            if (!missing.isEmpty()) {
                return Optional.of(Refusal.missing(String.join(", ", missing)));
            }
            var texts = FormTexts.refuseWork(type, ticket, target.get());
            if (texts.isPresent()) {
                return texts;
            }
        }
        return refuseInputs(desk, type, asks(type, ticket, target.get(), command.inputs()), command)
                .or(() -> target.get().closed() ? Optional.empty() : refusePast(desk, type, command, now));
    }

    /** What is asked for on entering a state, where so much is given: what depends on something else only with it. */
    static List<Ask> asks(RequestType type, Ticket ticket, State target, Map<String, String> given) {
        return asks(type, ticket, target).stream()
                .filter(ask -> isAsked(type, ticket, ask, given))
                .toList();
    }

    /** The same for whoever has yet to give it: what depends on something that is asked for with it may be left out. */
    static List<Ask> offered(RequestType type, Ticket ticket, State target) {
        var together = target.asks().stream().map(Ask::input).collect(Collectors.toSet());
        Predicate<Ask> depends = ask ->
                when(type, ask).map(When::field).filter(together::contains).isPresent();
        return asks(type, ticket, target).stream()
                .filter(ask -> depends.test(ask) || isAsked(type, ticket, ask, Map.of()))
                .map(ask -> depends.test(ask) ? new Ask(ask.input(), false) : ask)
                .toList();
    }

    /** On the way back to a state, nothing that was given once must be given again (S4-01). */
    private static List<Ask> asks(RequestType type, Ticket ticket, State target) {
        var back = ticket.before().filter(target.id()::equals).isPresent()
                && type.movesFrom(ticket.state()).stream()
                        .anyMatch(move -> move.to().equals(AllowedTransition.BACK));
        return back
                ? target.asks().stream().map(ask -> new Ask(ask.input(), false)).toList()
                : target.asks();
    }

    private static boolean isAsked(RequestType type, Ticket ticket, Ask ask, Map<String, String> given) {
        return when(type, ask)
                .map(when -> when.value().equals(value(type, ticket, given, when.field())))
                .orElse(true);
    }

    private static Optional<When> when(RequestType type, Ask ask) {
        return Optional.ofNullable(type.inputs().get(ask.input())).flatMap(Input::when);
    }

    /** A field for the priority has the ticket's, which may have changed since the form was filled in. */
    private static String value(RequestType type, Ticket ticket, Map<String, String> given, String name) {
        var field = Optional.ofNullable(type.fields().get(name));
        return given.getOrDefault(
                name,
                field.filter(known -> known.kind() == Kind.PRIORITY)
                        .map(_ -> ticket.priority())
                        .or(() -> Optional.ofNullable(ticket.inputs().get(name)))
                        .orElse(ticket.fields().getOrDefault(name, "")));
    }

    private static Optional<Refusal> refuseInputs(
            Desk desk, RequestType type, List<Ask> asks, Command.Transition command) {
        for (var ask : asks) {
            if (ask.input().equals(Ask.COMMENT)) {
                if (ask.required()
                        && command.comment()
                                .filter(body -> !Visible.nothing(body.text()))
                                .isEmpty()) {
                    return Optional.of(Refusal.missing(Ask.COMMENT));
                }
                continue;
            }
            var value = command.inputs().getOrDefault(ask.input(), "");
            if (Visible.nothing(value) && ask.required()) {
                return Optional.of(Refusal.missing(ask.input()));
            }
            if (!Visible.nothing(value)) {
                var wrong = FieldValues.refuse(desk, type.inputs().get(ask.input()), value);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        var asked = asks.stream().map(Ask::input).toList();
        return command.inputs().keySet().stream()
                .filter(name -> !asked.contains(name))
                .findFirst()
                .map(name -> Refusal.unknown("inputs", name, asked));
    }

    /** What is agreed on entering a state lies ahead; where a request ends, it may be over. */
    private static Optional<Refusal> refusePast(Desk desk, RequestType type, Command.Transition command, Instant now) {
        return command.inputs().entrySet().stream()
                .filter(given -> type.inputs().containsKey(given.getKey()) && !Visible.nothing(given.getValue()))
                .flatMap(given ->
                        FieldValues.refusePast(desk, type.inputs().get(given.getKey()), given.getValue(), now).stream())
                .findFirst();
    }

    /** Names of the fields of the form that should be there by then, and are not. */
    public static List<String> missingFields(RequestType type, Map<String, String> given, Required by) {
        return type.fields().values().stream()
                .filter(field -> field.required() == Required.CREATION || field.required() == by)
                .filter(field -> field.when()
                        .map(when -> when.value().equals(given.get(when.field())))
                        .orElse(true))
                .filter(field -> Visible.nothing(given.getOrDefault(field.name(), "")))
                .map(Input::name)
                .toList();
    }

    static RequestType type(Desk desk, Ticket ticket) {
        return Optional.ofNullable(desk.types().get(ticket.type())).orElseGet(desk::defaultType);
    }

    private static Refusal notNow(RequestType type, Ticket ticket, State target, List<State> targets) {
        var from = type.state(ticket.state()).map(State::label).orElseGet(() -> LocalizedText.same(ticket.state()));
        var to = target.label();
        var possible = LocalizedText.of(language -> String.join(
                ", ", targets.stream().map(state -> state.label().in(language)).toList()));
        return new Refusal.NotNow(
                ticket.state(),
                targets.stream().map(State::id).toList(),
                targets.isEmpty()
                        ? RefusalWords.NO_TRANSITION.with(from, to)
                        : RefusalWords.OTHER_TRANSITIONS.with(from, to, possible));
    }
}
