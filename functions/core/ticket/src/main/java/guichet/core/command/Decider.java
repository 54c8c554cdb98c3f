package guichet.core.command;

import guichet.core.automation.DueStep;
import guichet.core.automation.Timers;
import guichet.core.desk.Desk;
import guichet.core.desk.Trigger;
import guichet.core.notice.EventTriggers;
import guichet.core.notice.LateNotices;
import guichet.core.notice.Notices;
import guichet.core.notice.Silence;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * The heart: what a command does to a ticket. Pure; the same desk, ticket, command and time always give the same
 * decision.
 */
public final class Decider {
    private Decider() {}

    /**
     * @param ticket empty for {@link Command.Open}
     * @param now when the command came; a {@link Command.Tick} brings its own time
     */
    public static Decision decide(Desk desk, Optional<Ticket> ticket, Command command, Instant now) {
        var refusal = CommandRules.refuse(desk, ticket, command, now);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        var draft =
                new TicketDraft(desk, ticket.map(Ticket::id).orElseGet(() -> ((Command.Open) command).id()), ticket);
        CommandEffects.carryOut(draft, command, now);
        react(draft, command, now);
        var events = draft.events();
        var after = draft.ticket();
        var notices = command instanceof Command.Tick
                ? LateNotices.plan(desk, after, events)
                : Notices.plan(desk, after, command.by(), events, silence(command));
        return new Decision.Accepted(
                after,
                events,
                notices.notices(),
                notices.withheld(),
                Timers.next(desk, after).map(DueStep::due));
    }

    /**
     * Reactions look at what a person did, not at what the robot did about it; a comment that comes with a transition
     * sets off none.
     */
    private static void react(TicketDraft draft, Command command, Instant now) {
        if (silence(command).filter(Silence::isNobodysWord).isPresent()) {
            return;
        }
        var events = draft.events();
        for (var recorded : events) {
            for (var trigger : EventTriggers.of(recorded.event(), events)) {
                if (!(trigger == Trigger.COMMENTED && command instanceof Command.Transition)) {
                    AutomationRunner.react(draft, trigger, recorded.by(), now);
                }
            }
        }
    }

    private static Optional<Silence> silence(Command command) {
        return switch (command) {
            case Command.Open open -> open.silence();
            case Command.AddMessage message -> message.silence();
            default -> Optional.empty();
        };
    }
}
