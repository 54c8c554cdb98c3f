package guichet.core.automation;

import guichet.core.automation.DueStep.AutomationStep;
import guichet.core.automation.DueStep.ClockBreach;
import guichet.core.automation.DueStep.ClockWarning;
import guichet.core.desk.Automation;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.State;
import guichet.core.desk.Timer;
import guichet.core.hours.Delay;
import guichet.core.ticket.ClockState;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All timers of a ticket, which collapse into one attribute: the next due instant. */
public final class Timers {
    private Timers() {}

    /**
     * The earliest timer that has not fired; of two at the same instant, clocks come before automations, and these in
     * the desk file's order.
     */
    public static Optional<DueStep> next(Desk desk, Ticket ticket) {
        return pending(desk, ticket).stream().min(Comparator.comparing(DueStep::due));
    }

    /** Every timer that has not fired, as things stand now. */
    public static List<DueStep> pending(Desk desk, Ticket ticket) {
        if (ticket.mergedInto().isPresent()) {
            return List.of();
        }
        var steps = new ArrayList<DueStep>();
        desk.clocks().forEach(rule -> addClock(steps, rule, ticket.clocks().get(rule.name())));
        for (var automation : desk.automations()) {
            if (automation.in().holds(ticket.type(), ticket.state(), ticket.queue())) {
                addAutomation(steps, desk, ticket, automation);
            }
        }
        return steps;
    }

    private static void addClock(List<DueStep> steps, ClockRule rule, ClockState clock) {
        if (clock == null || clock.phase() != ClockState.Phase.RUNNING || clock.breached()) {
            return;
        }
        if (!clock.warned()) {
            clock.warnAt().ifPresent(at -> steps.add(new ClockWarning(rule, at)));
        }
        clock.due().ifPresent(at -> steps.add(new ClockBreach(rule, at)));
    }

    private static void addAutomation(List<DueStep> steps, Desk desk, Ticket ticket, Automation automation) {
        var dues = switch (automation.timer()) {
            case Timer.UntouchedFor _ when hasAnswered(desk, ticket) -> List.<Instant>of();
            case Timer.UntouchedFor timer -> after(desk, timer.waits(), later(ticket.lastTouch(), ticket.since()));
            case Timer.InStateFor timer -> after(desk, timer.waits(), ticket.since());
            case Timer.UnansweredFor timer ->
                ticket.waitingSince()
                        .map(since -> after(desk, timer.waits(), since))
                        .orElse(List.of());
            case Timer.At timer -> AgreedTime.dues(desk, ticket, timer);
        };
        for (int index = 0; index < dues.size(); index++) {
            var due = dues.get(index);
            var fired = Optional.ofNullable(ticket.fired().get(automation.name() + "#" + index));
            if (index == dues.size() - 1 && automation.repeats()) {
                repeated(desk, automation, index, due, fired).ifPresent(steps::add);
            } else if (!fired.equals(Optional.of(due))) {
                steps.add(new AutomationStep(automation, index, due, false));
            }
        }
    }

    /** Its last step: first when it is due, and then so long after it came. */
    private static Optional<AutomationStep> repeated(
            Desk desk, Automation automation, int index, Instant first, Optional<Instant> fired) {
        var before = fired.filter(at -> !at.isBefore(first));
        if (before.isEmpty()) {
            return Optional.of(new AutomationStep(automation, index, first, false));
        }
        var wait = ((Timer.UnansweredFor) automation.timer()).waits().get(index);
        return before.map(at -> wait.after(at, desk.hours()))
                .filter(next -> next.isAfter(before.get()))
                .map(next -> new AutomationStep(automation, index, next, true));
    }

    /** Where a customer is waited for who has said something since, nobody is silent but the desk. */
    private static boolean hasAnswered(Desk desk, Ticket ticket) {
        return ticket.waitingSince().isPresent()
                && Optional.ofNullable(desk.types().get(ticket.type()))
                        .flatMap(type -> type.state(ticket.state()))
                        .flatMap(State::waitingFor)
                        .filter(State.WaitingFor.CUSTOMER::equals)
                        .isPresent();
    }

    private static List<Instant> after(Desk desk, List<Delay> waits, Instant from) {
        return waits.stream().map(wait -> wait.after(from, desk.hours())).toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
