package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.ticket.Ticket;
import java.time.Instant;

/** What a customer's message to a ticket does once it is closed. */
public final class FollowUpPolicy {
    private FollowUpPolicy() {}

    /** REOPEN for a ticket that is open. Whether a closed one really reopens is for the desk's reactions to say. */
    public static Effect effectOfMessage(Desk desk, Ticket ticket, Instant now) {
        if (ticket.closedAt().isEmpty()) {
            return Effect.REOPEN;
        }
        var rule = desk.followUpsIn(ticket.queue());
        var over = rule.within()
                .map(wait -> !now.isBefore(wait.after(ticket.closedAt().get(), desk.hours())))
                .orElse(false);
        return over ? rule.then() : rule.first();
    }
}
