package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.AllowedTransition;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.Reaction;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Who can move a request of a type into a state: people by their moves, the robot by the desk's rules. */
final class Entries {
    private final Desk desk;

    Entries(Desk desk) {
        this.desk = desk;
    }

    /** Those who do it themselves; what the robot does about what they did is the robot's. */
    Set<Role> into(RequestType type, String state) {
        var roles = byMoves(type, state, _ -> true);
        var robot = desk.reactions().stream().anyMatch(rule -> moves(type, state, rule.in(), rule.actions(), _ -> true))
                || desk.automations().stream()
                        .anyMatch(rule -> moves(type, state, rule.in(), rule.actions(), _ -> true));
        if (robot) {
            roles.add(Role.ROBOT);
        }
        return roles;
    }

    /** Those whose doing it is that a closed request gets there, also where the robot moves it for them. */
    Set<Role> reopening(RequestType type, String state) {
        var roles = byMoves(type, state, State::closed);
        for (Reaction rule : desk.reactions()) {
            if (moves(type, state, rule.in(), rule.actions(), State::closed)) {
                roles.addAll(rule.by().isEmpty() ? EnumSet.of(Role.CUSTOMER, Role.AGENT, Role.LEAD) : rule.by());
            }
        }
        if (desk.automations().stream()
                .anyMatch(rule -> moves(type, state, rule.in(), rule.actions(), State::closed))) {
            roles.add(Role.ROBOT);
        }
        return roles;
    }

    private static Set<Role> byMoves(RequestType type, String state, Predicate<State> from) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (var move : type.moves()) {
            var leads = move.to().equals(state)
                    || move.to().equals(AllowedTransition.BACK)
                            && type.movesFrom(state).stream()
                                    .anyMatch(before -> before.to().equals(move.from()));
            if (leads && from.test(type.states().get(move.from()))) {
                roles.addAll(move.by());
            }
        }
        return roles;
    }

    private static boolean moves(
            RequestType type, String state, Condition in, List<Action> actions, Predicate<State> from) {
        return (in.types().isEmpty() || in.types().contains(type.id()))
                && actions.stream()
                        .anyMatch(action -> action instanceof Action.MoveTo(var target)
                                && type.state(target)
                                        .filter(found -> found.id().equals(state))
                                        .isPresent())
                && type.states().values().stream()
                        .filter(from)
                        .anyMatch(found -> !found.id().equals(state)
                                && (in.states().isEmpty() || in.states().contains(found.id())));
    }
}
