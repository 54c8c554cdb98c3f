package guichet.core.desk.show;

import guichet.core.desk.Action;
import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request type's workflow as a Mermaid state diagram: who, or which rule of the robot, moves a request from where to
 * where.
 */
final class StateDiagram {
    /** Words that mean something else to Mermaid. */
    private static final Set<String> RESERVED = Set.of(
            "state",
            "note",
            "end",
            "as",
            "class",
            "classdef",
            "direction",
            "default",
            "style",
            "click",
            "call",
            "href",
            "hide",
            "scale",
            "fork",
            "join",
            "choice",
            "history",
            "left",
            "right",
            "of",
            "empty",
            "description",
            "tb",
            "lr",
            "rl",
            "bt");

    private final Desk desk;
    private final RequestType type;
    private final RuleSentences say;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> arrows = new LinkedHashMap<>();

    private StateDiagram(Desk desk, RequestType type, RuleSentences say) {
        this.desk = desk;
        this.type = type;
        this.say = say;
    }

    static String of(Desk desk, RequestType type, RuleSentences say) {
        var diagram = new StateDiagram(desk, type, say);
        type.states().keySet().forEach(diagram::name);
        diagram.collect();
        return diagram.draw();
    }

    /** A name that Mermaid takes, and that no other state has. */
    private void name(String state) {
        var name = state.replaceAll("[^a-z0-9]", "_");
        while (RESERVED.contains(name) || names.containsValue(name)) {
            name += "_";
        }
        names.put(state, name);
    }

    private void collect() {
        for (var move : type.moves()) {
            if (!move.to().equals(AllowedTransition.BACK)) {
                arrow(move.from(), move.to(), roles(move));
            }
        }
        for (var move : type.moves()) {
            if (move.to().equals(AllowedTransition.BACK)) {
                type.moves().stream()
                        .filter(other -> other.to().equals(move.from()))
                        .map(AllowedTransition::from)
                        .forEach(before -> arrow(move.from(), before, say.say(SentenceWords.MOVE_BACK)));
            }
        }
        desk.reactions().forEach(rule -> robot(rule.in(), rule.actions(), say.on(rule.on())));
        desk.automations().forEach(rule -> robot(rule.in(), rule.actions(), say.timer(rule)));
    }

    private String roles(AllowedTransition move) {
        return String.join(
                ", ",
                move.by().stream()
                        .filter(role -> role != Role.LEAD || !move.by().contains(Role.AGENT))
                        .sorted()
                        .map(say::role)
                        .toList());
    }

    private void robot(Condition where, List<Action> actions, String why) {
        for (var action : actions) {
            if (action instanceof Action.MoveTo(var target)
                    && type.states().containsKey(target)
                    && (where.types().isEmpty() || where.types().contains(type.id()))) {
                type.states().keySet().stream()
                        .filter(state -> !state.equals(target)
                                && (where.states().isEmpty() || where.states().contains(state)))
                        .forEach(state -> arrow(state, target, say.role(Role.ROBOT) + " (" + why + ")"));
            }
        }
    }

    private void arrow(String from, String to, String label) {
        arrows.computeIfAbsent(List.of(from, to), _ -> new LinkedHashSet<>()).add(label);
    }

    private String draw() {
        var lines = new ArrayList<String>();
        lines.add("stateDiagram-v2");
        type.states()
                .values()
                .forEach(state -> lines.add(
                        "  state \"" + escaped(state.label().in(say.language())) + "\" as " + names.get(state.id())));
        lines.add("  [*] --> " + names.get(type.initial().id()));
        arrows.forEach((ends, labels) -> lines.add("  " + names.get(ends.getFirst()) + " --> "
                + names.get(ends.getLast()) + " : " + escaped(String.join(" / ", labels))));
        type.states().values().stream()
                .filter(State::closed)
                .forEach(state -> lines.add("  " + names.get(state.id()) + " --> [*]"));
        return String.join("\n", lines) + "\n";
    }

    /** Text for Mermaid: whatever could end a label or start something else becomes an entity. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.replaceAll("\\s+", " ").strip().codePoints().forEach(c -> {
            if ("\"#;:%<>{}[]`\\&|".indexOf(c) >= 0 || Character.isISOControl(c)) {
                escaped.append('#').append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
