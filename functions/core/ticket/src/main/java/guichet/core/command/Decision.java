package guichet.core.command;

import guichet.core.notice.Notice;
import guichet.core.notice.WithheldNotice;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer to a command. */
public sealed interface Decision {
    /**
     * @param events what happened, in order; empty when the command changes nothing (a timer that is no longer due)
     * @param notices who is told; each with the rule that says so
     * @param withheld who is not told although a rule applied, and why
     * @param due when the ticket's next timer falls due; empty when none will
     */
    record Accepted(
            Ticket ticket,
            List<RecordedEvent> events,
            List<Notice> notices,
            List<WithheldNotice> withheld,
            Optional<Instant> due)
            implements Decision {}

    record Refused(Refusal refusal) implements Decision {}
}
