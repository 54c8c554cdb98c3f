package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Desk;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import guichet.core.desk.TextUse;
import guichet.core.desk.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with a desk although every line of its file can be read. */
final class DeskChecks {
    private static final Set<Trigger> BY_THE_ROBOT =
            Set.of(Trigger.SLA_WARNING, Trigger.SLA_BREACH, Trigger.UNREACHABLE);

    private final Desk desk;
    private final YamlNode root;

    private DeskChecks(Desk desk, YamlNode root) {
        this.desk = desk;
        this.root = root;
    }

    static void check(Desk desk, Map<String, Set<TextUse>> uses, YamlNode root) {
        var checks = new DeskChecks(desk, root);
        desk.types().values().forEach(checks::states);
        desk.types().values().forEach(checks::inputs);
        desk.clocks().forEach(clock -> ClockChecks.check(clock, desk, root));
        checks.rules();
        RobotChecks.check(desk, root);
        TimerChecks.check(desk, root);
        NoticeChecks.check(desk, root);
        PlaceChecks.check(desk, root);
        TextChecks.check(desk, uses, root);
    }

    private void states(RequestType type) {
        var initial = type.states().values().stream()
                .filter(State::initial)
                .map(State::id)
                .toList();
        if (initial.size() != 1) {
            states(type.id())
                    .problem(
                            initial.isEmpty()
                                    ? "no state is the initial one"
                                    : "more than one state is the initial one",
                            String.join(", ", initial),
                            "initial: true on one state");
            return;
        }
        if (type.states().values().stream().noneMatch(State::closed)) {
            states(type.id()).problem("no state is closed", "", "closed: true on the state in which requests end");
        }
        var flow = new Flow(desk, type);
        var reachable = flow.from(initial.getFirst());
        for (var state : type.states().values()) {
            if (!reachable.contains(state.id())) {
                states(type.id())
                        .find(state.id())
                        .problem(
                                "this state cannot be reached from \"" + initial.getFirst() + "\"",
                                state.id(),
                                "a move that leads to it");
            } else if (!state.closed() && flow.next(state.id()).isEmpty()) {
                states(type.id())
                        .find(state.id())
                        .problem(
                                "a dead end: this state is not closed, and no move leads out of it",
                                state.id(),
                                "a move out of it, or closed: true");
            }
        }
    }

    private YamlNode states(String type) {
        return root.find("requests", type, "states");
    }

    private void inputs(RequestType type) {
        Set<String> asked = type.states().values().stream()
                .flatMap(state -> state.asks().stream())
                .map(Ask::input)
                .collect(Collectors.toSet());
        type.inputs().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> root.find("requests", type.id(), "inputs", name)
                        .problem("no state asks for this input", name, "asks: [" + name + "] on a state"));
    }

    private void rules() {
        for (var rule : desk.reactions()) {
            if (BY_THE_ROBOT.contains(rule.on()) || rule.by().equals(Set.of(Role.ROBOT))) {
                root.findRule("reactions", rule.name())
                        .problem(
                                "this never happens: what the robot does sets off no reaction",
                                EnumValues.written(rule.on()),
                                "what people do; a notice tells of the rest");
            }
            if (rule.on() == Trigger.REFUSED) {
                root.findRule("reactions", rule.name())
                        .problem(
                                "this never happens: what is refused sets off no reaction",
                                EnumValues.written(rule.on()),
                                "a notice, which tells of it");
            }
            moves(rule.actions())
                    .filter(rule.in().states()::contains)
                    .forEach(state -> root.findRule("reactions", rule.name())
                            .problem("this moves to a state in which it already is", state, "another state"));
        }
        for (var rule : desk.automations()) {
            moves(rule.actions())
                    .filter(rule.in().states()::contains)
                    .forEach(state -> root.findRule("automations", rule.name())
                            .problem("this moves to a state in which it already is", state, "another state"));
        }
    }

    private static Stream<String> moves(List<Action> actions) {
        return actions.stream().filter(Action.MoveTo.class::isInstance).map(action -> ((Action.MoveTo) action).state());
    }
}
