package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From which state of a request type to which other people, or the robot, can take a request. */
final class Flow {
    private final Map<String, Set<String>> next = new LinkedHashMap<>();

    Flow(Desk desk, RequestType type) {
        type.states().keySet().forEach(state -> next.put(state, new LinkedHashSet<>()));
        for (var move : type.moves()) {
            if (!move.to().equals(AllowedTransition.BACK) && !move.to().equals(move.from())) {
                next.get(move.from()).add(move.to());
            }
        }
        desk.reactions().forEach(rule -> add(type, rule.in(), rule.actions()));
        desk.automations().forEach(rule -> add(type, rule.in(), rule.actions()));
        // Where one can go back, one can go to every state that leads here.
        type.moves().stream()
                .filter(move -> move.to().equals(AllowedTransition.BACK))
                .map(AllowedTransition::from)
                .forEach(state -> next.forEach((before, after) -> {
                    if (after.contains(state)) {
                        next.get(state).add(before);
                    }
                }));
    }

    private void add(RequestType type, Condition where, List<Action> actions) {
        for (var action : actions) {
            if (action instanceof Action.MoveTo(var target) && next.containsKey(target)) {
                next.keySet().stream()
                        .filter(state -> !state.equals(target) && couldHold(where, type, state))
                        .forEach(state -> next.get(state).add(target));
            }
        }
    }

    private static boolean couldHold(Condition where, RequestType type, String state) {
        return (where.types().isEmpty() || where.types().contains(type.id()))
                && (where.states().isEmpty() || where.states().contains(state));
    }

    Set<String> next(String state) {
        return next.get(state);
    }

    /** All states to which a request can get from there, that one included. */
    Set<String> from(String start) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var state = open.pop();
            if (reached.add(state)) {
                open.addAll(next.get(state));
            }
        }
        return reached;
    }
}
