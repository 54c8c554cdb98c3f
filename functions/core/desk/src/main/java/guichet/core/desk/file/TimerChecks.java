package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Automation;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.Timer;
import guichet.core.hours.Delay;
import guichet.core.hours.Durations;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Timers that contradict each other: what comes after the request has left the state never happens. */
final class TimerChecks {
    private TimerChecks() {}

    static void check(Desk desk, YamlNode root) {
        for (var rule : desk.automations()) {
            ascending(rule, root);
            for (var mover : desk.automations()) {
                if (mover != rule && moves(mover) && overlap(rule.in(), mover.in())) {
                    compare(rule, mover, desk, root);
                }
            }
        }
    }

    private static void compare(Automation rule, Automation mover, Desk desk, YamlNode root) {
        if (rule.timer().getClass() != mover.timer().getClass() || rule.timer() instanceof Timer.At) {
            return;
        }
        var leaves = waits(mover.timer()).getFirst();
        for (var wait : waits(rule.timer())) {
            var order = compare(wait, leaves);
            var second = desk.automations().indexOf(rule) > desk.automations().indexOf(mover);
            if (order.filter(o -> o > 0).isPresent() && covers(mover.in(), rule.in())) {
                root.findRule("automations", rule.name())
                        .problem(
                                "this never happens: by then \"" + mover.name() + "\" has moved the request on",
                                written(wait),
                                "less than " + written(leaves));
            } else if (order.filter(o -> o == 0).isPresent() && (!moves(rule) || second)) {
                root.findRule("automations", rule.name())
                        .problem(
                                "this falls due at the same time as \"" + mover.name()
                                        + "\", which moves the request on",
                                written(wait),
                                "less than " + written(leaves));
            }
        }
    }

    private static void ascending(Automation rule, YamlNode root) {
        var waits = waits(rule.timer());
        for (int i = 1; i < waits.size(); i++) {
            if (compare(waits.get(i - 1), waits.get(i))
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

    /** Empty where which comes first depends on the day. */
    private static Optional<Integer> compare(Delay a, Delay b) {
        return switch (a) {
            case Delay.Calendar(var days, var time)
            when b instanceof Delay.Calendar(var otherDays, var otherTime) ->
                Optional.of(Duration.ofDays(days)
                        .plus(time)
                        .compareTo(Duration.ofDays(otherDays).plus(otherTime)));
            case Delay.BusinessDays(var days)
            when b instanceof Delay.BusinessDays(var otherDays) -> Optional.of(Integer.compare(days, otherDays));
            case Delay.BusinessTime(var time)
            when b instanceof Delay.BusinessTime(var otherTime) -> Optional.of(time.compareTo(otherTime));
            case Delay.Calendar _, Delay.BusinessDays _, Delay.BusinessTime _ -> Optional.empty();
        };
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
