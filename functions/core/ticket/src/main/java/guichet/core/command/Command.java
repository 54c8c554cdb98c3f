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
            Optional<String> level,
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

    /** What an agent puts right on a ticket, or completes; see {@link CorrectionRules}. */
    sealed interface Correction extends Command {
        /** Why, for the staff alone; blank where it was left out. */
        String reason();
    }

    /** @param fields those of the form that change; a blank value empties one */
    record SetFields(Actor by, Map<String, String> fields, String reason) implements Correction {
        public SetFields(Actor by, Map<String, String> fields) {
            this(by, fields, "");
        }
    }

    /**
     * @param state the new type's, where its name for the present one is another
     * @param fields of the new type's form, besides those that the ticket has
     */
    record SetType(Actor by, String type, Optional<String> state, Map<String, String> fields, String reason)
            implements Correction {}

    record SetSubject(Actor by, String subject, String reason) implements Correction {}

    /**
     * With their organization, contract and language: who sees the ticket changes with it, see
     * {@link guichet.core.access.SightChange}.
     *
     * @param reason must be there
     */
    record SetRequester(Actor by, Requester requester, String reason) implements Correction {}

    /**
     * @param organization of the directory; empty for none
     * @param contract the organization's; empty for the desk's first
     * @param reason must be there
     */
    record SetOrganization(Actor by, Optional<String> organization, Optional<String> contract, String reason)
            implements Correction {}

    record SetContract(Actor by, String contract, String reason) implements Correction {}

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
