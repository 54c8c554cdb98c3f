package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Rules by which the robot would enter a state without what the state asks for: it has nothing to give but a comment.
 */
final class RobotChecks {
    private RobotChecks() {}

    static void check(Desk desk, YamlNode root) {
        desk.reactions()
                .forEach(rule -> check(desk, rule.in(), rule.actions(), root.findRule("reactions", rule.name())));
        desk.automations()
                .forEach(rule -> check(desk, rule.in(), rule.actions(), root.findRule("automations", rule.name())));
    }

    private static void check(Desk desk, Condition in, List<Action> actions, YamlNode place) {
        var missing = new LinkedHashSet<String>();
        for (var action : actions) {
            if (action instanceof Action.MoveTo(var target)) {
                desk.types().values().stream()
                        .filter(type -> in.types().isEmpty() || in.types().contains(type.id()))
                        .flatMap(type -> type.state(target).stream())
                        .map(State::asks)
                        .forEach(asks -> missing.addAll(missing(asks, actions)));
            }
        }
        missing.forEach(input -> place.problem(
                "the robot cannot give what the state it moves to asks for",
                input,
                input.equals(Ask.COMMENT) ? "comment: the name of a text" : "a state that does not ask for it"));
    }

    private static List<String> missing(List<Ask> asks, List<Action> actions) {
        var comments = actions.stream().anyMatch(Action.Comment.class::isInstance);
        return asks.stream()
                .filter(Ask::required)
                .map(Ask::input)
                .filter(input -> !(input.equals(Ask.COMMENT) && comments))
                .toList();
    }
}
