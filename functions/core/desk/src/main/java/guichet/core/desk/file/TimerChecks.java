package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Automation;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.State.WaitingFor;
import guichet.core.desk.Timer;
import guichet.core.hours.Delay;
import guichet.core.hours.Durations;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Timers that contradict each other: what comes after the request has left the state never happens. */
final class TimerChecks {
    private TimerChecks() {}

    static void check(Desk desk, YamlNode root) {
        var bounds = new WaitBounds(desk.hours());
        for (var rule : desk.automations()) {
            ascending(rule, bounds, root);
            awaited(rule, desk, root);
            for (var mover : desk.automations()) {
                if (mover != rule && moves(mover) && overlap(rule.in(), mover.in())) {
                    compare(rule, mover, desk, bounds, root);
                }
            }
        }
    }

    private static void compare(Automation rule, Automation mover, Desk desk, WaitBounds bounds, YamlNode root) {
        var alike = rule.timer().getClass() == mover.timer().getClass() && !(rule.timer() instanceof Timer.At);
        if (!alike && !isOutrun(rule.timer(), mover.timer())) {
            return;
        }
        var leaves = waits(mover.timer()).getFirst();
        for (var wait : waits(rule.timer())) {
            var order = bounds.compare(wait, leaves);
            var second = desk.automations().indexOf(rule) > desk.automations().indexOf(mover);
            if (order.filter(o -> o > 0).isPresent() && covers(mover.in(), rule.in())) {
                root.findRule("automations", rule.name())
                        .problem(
                                "this never happens: by then \"" + mover.name() + "\" has moved the request on",
                                written(wait),
                                "less than " + written(leaves));
            } else if (alike && order.filter(o -> o == 0).isPresent() && (!moves(rule) || second)) {
                root.findRule("automations", rule.name())
                        .problem(
                                "this falls due at the same time as \"" + mover.name()
                                        + "\", which moves the request on",
                                written(wait),
                                "less than " + written(leaves));
            }
        }
    }

    /** A person's event starts the one anew and not the other, which counts from no later. */
    private static boolean isOutrun(Timer timer, Timer mover) {
        return timer instanceof Timer.UntouchedFor && mover instanceof Timer.InStateFor;
    }

    /** Where it is the customer's turn, nobody awaits the desk; what they answer is to move the request on. */
    private static void awaited(Automation rule, Desk desk, YamlNode root) {
        var states = desk.types().values().stream()
                .filter(type -> rule.in().types().isEmpty() || rule.in().types().contains(type.id()))
                .flatMap(type -> rule.in().states().stream().flatMap(name -> type.state(name).stream()))
                .toList();
        if (rule.timer() instanceof Timer.UnansweredFor
                && !states.isEmpty()
                && states.stream().allMatch(state -> state.waitingFor().equals(Optional.of(WaitingFor.CUSTOMER)))) {
            root.findRule("automations", rule.name())
                    .problem(
                            "where the customer is waited for, nobody awaits the desk",
                            String.join(", ", rule.in().states()),
                            "a state in which it is the desk's turn, or no \"in\" at all");
        }
    }

    private static void ascending(Automation rule, WaitBounds bounds, YamlNode root) {
        var waits = waits(rule.timer());
        for (int i = 1; i < waits.size(); i++) {
            if (bounds.compare(waits.get(i - 1), waits.get(i))
                    .filter(order -> order >= 0)
                    .isPresent()) {
                root.findRule("automations", rule.name())
                        .problem(
                                "these times are not in order",
                                written(waits.get(i - 1)) + ", " + written(waits.get(i)),
                                "each longer than the one before");
            }
        }
        if (waits.size() > 1 && moves(rule)) {
            root.findRule("automations", rule.name())
                    .problem(
                            "once moved on, the request is no longer there for a second time",
                            String.join(
                                    ", ",
                                    waits.stream().map(TimerChecks::written).toList()),
                            "one time");
        }
    }

    private static List<Delay> waits(Timer timer) {
        return switch (timer) {
            case Timer.UntouchedFor(var waits) -> waits;
            case Timer.InStateFor(var waits) -> waits;
            case Timer.UnansweredFor(var waits) -> waits;
            case Timer.At _ -> List.of();
        };
    }

    private static boolean moves(Automation rule) {
        return rule.actions().stream().anyMatch(Action.MoveTo.class::isInstance);
    }

    private static boolean overlap(Condition a, Condition b) {
        return meet(a.types(), b.types()) && meet(a.states(), b.states()) && meet(a.queues(), b.queues());
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
    }

    /** Whether {@code a} holds wherever {@code b} does. */
    private static boolean covers(Condition a, Condition b) {
        return covers(a.types(), b.types()) && covers(a.states(), b.states()) && covers(a.queues(), b.queues());
    }

    private static boolean covers(Set<String> a, Set<String> b) {
        return a.isEmpty() || !b.isEmpty() && a.containsAll(b);
    }

    static String written(Delay wait) {
        return switch (wait) {
            case Delay.Calendar(var days, var time) when time.isZero() -> days + "d";
            case Delay.Calendar(var days, var time) -> (days == 0 ? "" : days + "d") + Durations.format(time);
            case Delay.BusinessDays(var days) -> days + " business days";
            case Delay.BusinessTime(var time) -> Durations.format(time) + " of business time";
        };
    }
}
