package guichet.core.ticket;

import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened to a ticket. A ticket is what its events make of it; the timeline, the notices and the bus are read
 * from them.
 */
public sealed interface TicketEvent {

    /** What this kind of event is called in the table, in the timeline and on the company's bus. */
    default String name() {
        return nameOf(getClass());
    }

    private static String nameOf(Class<? extends TicketEvent> kind) {
        return kind.getAnnotation(EventName.class).value();
    }

    /** Every kind of event by its name. */
    static Map<String, Class<? extends TicketEvent>> kinds() {
        return Arrays.stream(TicketEvent.class.getPermittedSubclasses())
                .map(kind -> kind.asSubclass(TicketEvent.class))
                .collect(Collectors.toUnmodifiableMap(TicketEvent::nameOf, Function.identity()));
    }

    @EventName("opened")
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
    @EventName("message")
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

        /** What of it the ticket does not hold, whichever way it came. */
        public Optional<Redaction> redaction() {
            return mail.flatMap(MailRef::redaction).or(body::redaction);
        }
    }

    /**
     * @param closed whether {@code to} is a closed state; @param waiting whether the ticket awaits somebody other than
     *     the desk there
     */
    @EventName("state")
    record StateChanged(
            String from, String to, boolean wasClosed, boolean closed, boolean waiting, Map<String, String> inputs)
            implements TicketEvent {}

    @EventName("owner")
    record OwnerChanged(Optional<Person> from, Optional<Person> to) implements TicketEvent {}

    @EventName("queue")
    record QueueChanged(String from, String to) implements TicketEvent {}

    @EventName("level")
    record LevelChanged(Optional<String> from, String to) implements TicketEvent {}

    @EventName("priority")
    record PriorityChanged(String from, String to, Optional<String> impact, Optional<String> urgency, String reason)
            implements TicketEvent {}

    /** @param reason for the staff; blank where none was given. So it is of the corrections below */
    @EventName("fields")
    record FieldsChanged(Map<String, String> fields, String reason) implements TicketEvent {
        public FieldsChanged(Map<String, String> fields) {
            this(fields, "");
        }
    }

    /** A change of state follows where the new type has no state of the present one's name. */
    @EventName("type")
    record TypeChanged(String from, String to, String reason) implements TicketEvent {}

    @EventName("subject")
    record SubjectChanged(String from, String to, String reason) implements TicketEvent {}

    /** With what the directory says of them; whoever was in copy is not any more. */
    @EventName("requester")
    record RequesterChanged(
            Person from, Person to, Optional<String> organization, String contract, String language, String reason)
            implements TicketEvent {}

    @EventName("organization")
    record OrganizationChanged(Optional<String> from, Optional<String> to, String contract, String reason)
            implements TicketEvent {}

    @EventName("contract")
    record ContractChanged(String from, String to, String reason) implements TicketEvent {}

    @EventName("participants")
    record ParticipantsAdded(List<Person> people) implements TicketEvent {}

    @EventName("escalated")
    record Escalated(String reason, String comment) implements TicketEvent {}

    @EventName("forwarded")
    record Forwarded(List<Person> to, String comment) implements TicketEvent {}

    /** This ticket was merged into another, which goes on. */
    @EventName("merged-into")
    record MergedInto(TicketId survivor) implements TicketEvent {}

    /** Another ticket was merged into this one. @param unanswered since when that one awaited the desk */
    @EventName("merge-received")
    record MergeReceived(TicketId duplicate, Optional<Instant> unanswered) implements TicketEvent {
        public MergeReceived(TicketId duplicate) {
            this(duplicate, Optional.empty());
        }
    }

    /**
     * Mail to this address came back, or its owner complained; no more mail goes there.
     *
     * @param until when it is tried again by itself; empty: when somebody says so
     */
    @EventName("unreachable")
    record Unreachable(String address, LocalizedText reason, Optional<Instant> until) implements TicketEvent {}

    /** Mail goes to this address again. */
    @EventName("reachable")
    record Reachable(String address, LocalizedText reason) implements TicketEvent {}

    /** A clock started, paused, went on, stopped, warned, ran out or was set anew: its state from now on. */
    @EventName("clock")
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
    @EventName("timer")
    record TimerFired(String automation, int step, Instant due) implements TicketEvent {}

    /** An event-driven rule did what follows. */
    @EventName("reacted")
    record Reacted(String reaction) implements TicketEvent {}

    /** Something was told outside the conversation by an automation. */
    @EventName("told")
    record Told(String rule, String text, List<Audience> whom) implements TicketEvent {}

    /** A notice was held back, and why: loop protection, an unreachable address. */
    @EventName("withheld")
    record NoticeWithheld(String address, LocalizedText reason) implements TicketEvent {}
}
