package guichet.core.ticket;

import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to a ticket. A ticket is what its events make of it; the timeline, the notices and the bus are read
 * from them.
 */
public sealed interface TicketEvent {

    record Opened(
            String type,
            String subject,
            String state,
            Person requester,
            Optional<String> organization,
            String contract,
            String language,
            Channel channel,
            String queue,
            String priority,
            Optional<String> impact,
            Optional<String> urgency,
            Optional<String> level,
            Map<String, String> fields,
            List<Person> participants,
            Optional<TicketId> follows)
            implements TicketEvent {}

    /**
     * @param automatic why this message counts as automatic mail; empty for one that a person wrote (or the robot's own
     *     comment)
     */
    record MessageAdded(
            Visibility visibility,
            Channel channel,
            Body body,
            Optional<MailRef> mail,
            Optional<String> automatic,
            Optional<String> textName)
            implements TicketEvent {
        public MessageAdded with(Body other) {
            return new MessageAdded(visibility, channel, other, mail, automatic, textName);
        }
    }

    /**
     * @param closed whether {@code to} is a closed state; @param waiting whether the ticket awaits somebody other than
     *     the desk there
     */
    record StateChanged(
            String from, String to, boolean wasClosed, boolean closed, boolean waiting, Map<String, String> inputs)
            implements TicketEvent {}

    record OwnerChanged(Optional<Person> from, Optional<Person> to) implements TicketEvent {}

    record QueueChanged(String from, String to) implements TicketEvent {}

    record LevelChanged(Optional<String> from, String to) implements TicketEvent {}

    record PriorityChanged(String from, String to, Optional<String> impact, Optional<String> urgency, String reason)
            implements TicketEvent {}

    record FieldsChanged(Map<String, String> fields) implements TicketEvent {}

    record ParticipantsAdded(List<Person> people) implements TicketEvent {}

    record Escalated(String reason, String comment) implements TicketEvent {}

    record Forwarded(List<Person> to, String comment) implements TicketEvent {}

    /** This ticket was merged into another, which goes on. */
    record MergedInto(TicketId survivor) implements TicketEvent {}

    /** Another ticket was merged into this one. */
    record MergeReceived(TicketId duplicate) implements TicketEvent {}

    /** Mail to this address came back, or its owner complained; no more mail goes there. */
    record Unreachable(String address, LocalizedText reason) implements TicketEvent {}

    /** A clock started, paused, went on, stopped, warned, ran out or was set anew: its state from now on. */
    record ClockMoved(String clock, ClockChange change, ClockState state) implements TicketEvent {}

    enum ClockChange {
        STARTED,
        PAUSED,
        RESUMED,
        STOPPED,
        WARNED,
        BREACHED,
        RETARGETED
    }

    /**
     * A step of a time-driven automation fired. @param due the instant it was due at, which tells this firing from any
     * other
     */
    record TimerFired(String automation, int step, Instant due) implements TicketEvent {}

    /** An event-driven rule did what follows. */
    record Reacted(String reaction) implements TicketEvent {}

    /** Something was told outside the conversation by an automation. */
    record Told(String rule, String text, List<Audience> whom) implements TicketEvent {}

    /** A notice was held back, and why: loop protection, an unreachable address. */
    record NoticeWithheld(String address, LocalizedText reason) implements TicketEvent {}
}
