package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.ForwardedMail;
import guichet.core.notice.Silence;
import guichet.core.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How mail is taken in: seven questions, asked one after the other, and for each the rules that answer it. The first
 * rule that fires answers; the last of each list always does.
 *
 * @param authorship whose mail is it?
 * @param belief who is believed?
 * @param admission does the mail come in?
 * @param answering is anybody outside answered, and a closed ticket reopened?
 * @param placement which ticket does it join?
 * @param behalf whose request is a ticket that it opens? Empty: the author's
 * @param filing where does a ticket that it opens stand?
 */
public record IntakePolicy(
        List<IntakeRule<Author>> authorship,
        List<IntakeRule<Belief>> belief,
        List<IntakeRule<Admission>> admission,
        List<IntakeRule<Answering>> answering,
        List<IntakeRule<Placement>> placement,
        List<IntakeRule<Optional<ForwardedMail>>> behalf,
        Function<Desk, List<IntakeRule<Filing>>> filing) {
    public enum Belief {
        /** Its author is who it says. */
        BELIEVED,
        NOT_BELIEVED
    }

    public enum Admission {
        COMES_IN,
        /** It waits for somebody's decision (S0-02). */
        HELD,
        /** The desk takes nothing from its sender; the raw mail is kept. */
        KEPT_OUT,
        /** It was here before. */
        IGNORED
    }

    public enum Answering {
        ANSWERED,
        /** A person's word like any other, but its sender gets no automatic answer. */
        UNACKNOWLEDGED,
        /** Kept, never answered, never reopening. */
        SILENT
    }

    public sealed interface Placement {
        record Join(TicketId ticket) implements Placement {}

        /** Kept on that closed ticket for its staff, and no more; its sender hears that it was refused. */
        record Refuse(TicketId ticket) implements Placement {}

        /** @param follows the closed ticket that the new one goes on from */
        record Open(Optional<TicketId> follows) implements Placement {}
    }

    /** Empty for what the desk gives every ticket. */
    public record Filing(Optional<String> queue, Optional<String> type) {}

    /** What becomes of a mail, and why. Nothing is written. */
    public IntakeDecision decide(InboundMail mail, Lookup lookup) {
        var questions = new Questions(lookup);
        var facts = IntakeFacts.of(mail, lookup);
        var written = questions.ask(authorship, facts);
        facts = facts.by(written.value());
        facts = facts.believing(questions.ask(belief, facts).value() == Belief.BELIEVED);
        var admitted = questions.ask(admission, facts);
        if (admitted.value() != Admission.COMES_IN) {
            questions.skip(answering, placement, behalf, filing.apply(mail.desk()));
            return new IntakeDecision.TurnedAway(admitted.value(), admitted.why(), facts, questions.trace());
        }
        var answered = questions.ask(answering, facts);
        facts = facts.keeping(silence(answered.value(), answered.why()));
        var placed = questions.ask(placement, facts);
        return switch (placed.value()) {
            case Placement.Join(var ticket) -> {
                questions.skip(behalf, filing.apply(mail.desk()));
                yield new IntakeDecision.Join(ticket, placed.why(), facts, questions.trace());
            }
            case Placement.Refuse(var ticket) -> {
                questions.skip(filing.apply(mail.desk()));
                yield new IntakeDecision.Refuse(ticket, placed.why(), facts, questions.trace());
            }
            case Placement.Open(var follows) -> {
                var passedOn = questions.ask(behalf, facts).value();
                var filed = questions.ask(filing.apply(mail.desk()), facts).value();
                var note = Remarks.joined(
                        placed.note(), mail.remarks(), written.note().or(admitted::note));
                yield new IntakeDecision.Open(follows, passedOn, filed, note, placed.why(), facts, questions.trace());
            }
        };
    }

    private static Optional<Silence> silence(Answering answering, String why) {
        return switch (answering) {
            case ANSWERED -> Optional.empty();
            case UNACKNOWLEDGED -> Optional.of(Silence.towardsSender(why));
            case SILENT -> Optional.of(Silence.towardsEverybody(why));
        };
    }
}
