package guichet.core.command;

import guichet.core.automation.DueStep;
import guichet.core.automation.Timers;
import guichet.core.desk.Action;
import guichet.core.desk.Channel;
import guichet.core.desk.Condition;
import guichet.core.desk.Language;
import guichet.core.desk.Reaction;
import guichet.core.desk.Trigger;
import guichet.core.notice.TextTemplates;
import guichet.core.sla.Clocks;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.QueueChanged;
import guichet.core.ticket.TicketEvent.Reacted;
import guichet.core.ticket.TicketEvent.TimerFired;
import guichet.core.ticket.TicketEvent.Told;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the desk file has the robot do: when time has passed, and when somebody did something. */
final class AutomationRunner {
    /**
     * Far more steps than a desk can have in store for one ticket: whatever goes on firing beyond is a loop in the desk
     * file.
     */
    private static final int MOST_STEPS = 200;

    private AutomationRunner() {}

    /** Fires every timer that is due, in order, each at its own instant. */
    static void tick(TicketDraft draft, Instant now) {
        for (int fired = 0; fired < MOST_STEPS; fired++) {
            var next = Timers.next(draft.desk, draft.ticket())
                    .filter(step -> !step.due().isAfter(now));
            if (next.isEmpty()) {
                return;
            }
            fire(draft, next.get());
        }
    }

    private static void fire(TicketDraft draft, DueStep step) {
        var at = step.due();
        switch (step) {
            case DueStep.ClockWarning warning ->
                draft.record(
                        Actor.ROBOT,
                        at,
                        Clocks.warned(
                                warning.clock(),
                                draft.ticket().clocks().get(warning.clock().name())));
            case DueStep.ClockBreach breach ->
                draft.record(
                        Actor.ROBOT,
                        at,
                        Clocks.breached(
                                breach.clock(),
                                draft.ticket().clocks().get(breach.clock().name())));
            case DueStep.AutomationStep automation -> {
                draft.record(
                        Actor.ROBOT, at, new TimerFired(automation.automation().name(), automation.index(), at));
                act(draft, at, automation.automation().name(), actions(automation));
            }
        }
    }

    /** Who was told before is told again; what was said to the customer, or done, is so once. */
    private static List<Action> actions(DueStep.AutomationStep step) {
        return step.automation().actions().stream()
                .filter(action -> !step.again() || action instanceof Action.Tell)
                .toList();
    }

    /** What the desk does when a person has done this: every reaction that holds, in the file's order. */
    static void react(TicketDraft draft, Trigger trigger, Actor by, Instant at) {
        if (!by.isPerson()) {
            return;
        }
        for (var reaction : draft.desk.reactions()) {
            if (applies(reaction, trigger, by, draft.ticket())) {
                draft.record(Actor.ROBOT, at, new Reacted(reaction.name()));
                act(draft, at, reaction.name(), reaction.actions());
            }
        }
    }

    private static boolean applies(Reaction reaction, Trigger trigger, Actor by, Ticket ticket) {
        Condition in = reaction.in();
        return reaction.on() == trigger
                && (reaction.by().isEmpty() || reaction.by().contains(by.role()))
                && in.holds(ticket.type(), ticket.state(), ticket.queue());
    }

    private static void act(TicketDraft draft, Instant at, String rule, List<Action> actions) {
        for (var action : actions) {
            switch (action) {
                case Action.MoveTo move -> draft.moveTo(Actor.ROBOT, at, move.state(), Map.of());
                case Action.Comment comment -> draft.record(Actor.ROBOT, at, comment(draft, comment.text()));
                case Action.MoveToQueue move -> {
                    if (!move.queue().equals(draft.ticket().queue())) {
                        draft.record(
                                Actor.ROBOT, at, new QueueChanged(draft.ticket().queue(), move.queue()));
                    }
                }
                case Action.Tell tell -> draft.record(Actor.ROBOT, at, new Told(rule, tell.text(), tell.whom()));
            }
        }
    }

    private static MessageAdded comment(TicketDraft draft, String text) {
        var ticket = draft.ticket();
        var language = Language.of(ticket.language()).orElse(draft.desk.language());
        var body = Body.of(
                TextTemplates.render(draft.desk, text, language, TextTemplates.facts(draft.desk, ticket, language))
                        .strip());
        return new MessageAdded(
                Visibility.PUBLIC, Channel.ROBOT, body, Optional.empty(), Optional.empty(), Optional.of(text));
    }
}
