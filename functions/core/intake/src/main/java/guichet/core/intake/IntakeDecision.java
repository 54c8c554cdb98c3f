package guichet.core.intake;

import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakePolicy.Filing;
import guichet.core.mail.ForwardedMail;
import guichet.core.ticket.TicketId;
import java.util.Optional;

/** What is to become of a mail, with the rules that said so and the facts that they went by. */
public sealed interface IntakeDecision {
    String why();

    IntakeFacts facts();

    IntakeTrace trace();

    /** @param admission any but that it comes in */
    record TurnedAway(Admission admission, String why, IntakeFacts facts, IntakeTrace trace)
            implements IntakeDecision {}

    record Join(TicketId ticket, String why, IntakeFacts facts, IntakeTrace trace) implements IntakeDecision {}

    /** Of an answer to a closed ticket whose desk takes none. */
    record Refuse(TicketId ticket, String why, IntakeFacts facts, IntakeTrace trace) implements IntakeDecision {}

    /**
     * @param forwarded by the author, whose sender's request it is @param note what agents are told of how the ticket
     *     came about
     */
    record Open(
            Optional<TicketId> follows,
            Optional<ForwardedMail> forwarded,
            Filing filing,
            Optional<String> note,
            String why,
            IntakeFacts facts,
            IntakeTrace trace)
            implements IntakeDecision {}
}
