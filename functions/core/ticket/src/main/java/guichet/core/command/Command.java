package guichet.core.command;

import guichet.core.desk.Channel;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.Silence;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.MailRef;
import guichet.core.ticket.Person;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants done to a ticket. Whoever builds one has settled who {@link #by()} is; {@link Decider} settles
 * whether they may.
 */
public sealed interface Command {
    Actor by();

    /**
     * @param silence that its mail is not answered; empty as a rule
     * @param note what the agents should know of how it came about; empty as a rule
     */
    record Open(
            Actor by,
            TicketId id,
            String type,
            String subject,
            Requester requester,
            Channel channel,
            Optional<Body> body,
            Map<String, String> fields,
            Optional<String> priority,
            Optional<String> impact,
            Optional<String> urgency,
            Optional<String> queue,
            List<Person> participants,
            Optional<MailRef> mail,
            Optional<Silence> silence,
            Optional<TicketId> follows,
            Optional<String> note)
            implements Command {
        /** What every request has; the builder takes the rest. */
        public static OpenBuilder of(
                Actor by, TicketId id, String type, String subject, Requester requester, Channel channel) {
            return new OpenBuilder(by, id, type, subject, requester, channel);
        }
    }

    /**
     * @param silence that its mail is not answered; empty as a rule
     * @param note what the agents should know of how it was read; empty as a rule
     */
    record AddMessage(
            Actor by,
            Visibility visibility,
            Channel channel,
            Body body,
            Optional<MailRef> mail,
            Optional<Silence> silence,
            List<Person> participants,
            Optional<String> note)
            implements Command {
        public AddMessage(
                Actor by,
                Visibility visibility,
                Channel channel,
                Body body,
                Optional<MailRef> mail,
                Optional<Silence> silence,
                List<Person> participants) {
            this(by, visibility, channel, body, mail, silence, participants, Optional.empty());
        }
    }

    /**
     * @param to a state's id or alias; @param comment public; @param inputs what the state asks for, by name,
     *     {@code resolution} among them
     */
    record Transition(Actor by, String to, Optional<Body> comment, Map<String, String> inputs) implements Command {}

    /** @param owner empty: nobody */
    record Assign(Actor by, Optional<Person> owner) implements Command {}

    record MoveToQueue(Actor by, String queue) implements Command {}

    record SetLevel(Actor by, String level) implements Command {}

    record SetPriority(
            Actor by, Optional<String> priority, Optional<String> impact, Optional<String> urgency, String reason)
            implements Command {}

    record SetFields(Actor by, Map<String, String> fields) implements Command {}

    record Escalate(Actor by, String reason, String comment) implements Command {}

    record Forward(Actor by, List<Person> to, String comment) implements Command {}

    record MergeInto(Actor by, TicketId survivor) implements Command {}

    /** @param unanswered since when the duplicate awaited the desk, which the survivor does from now on */
    record ReceiveMerge(Actor by, TicketId duplicate, List<Person> participants, Optional<Instant> unanswered)
            implements Command {
        public ReceiveMerge(Actor by, TicketId duplicate, List<Person> participants) {
            this(by, duplicate, participants, Optional.empty());
        }
    }

    record MarkUnreachable(Actor by, String address, DeliveryFailure failure) implements Command {}

    /** Write to this address again. @param reason why it should work now; never blank of an agent */
    record MarkReachable(Actor by, String address, LocalizedText reason) implements Command {}

    /** A mail to this address was not sent, and why. */
    record Withhold(Actor by, String address, LocalizedText reason) implements Command {}

    /** Fire every timer that is due at {@code at} or before, each at its own instant. */
    record Tick(Instant at) implements Command {
        @Override
        public Actor by() {
            return Actor.ROBOT;
        }
    }
}
