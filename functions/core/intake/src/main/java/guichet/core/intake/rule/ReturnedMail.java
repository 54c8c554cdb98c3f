package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.ReturnedNotice;
import guichet.core.intake.Verdict;
import guichet.core.ticket.Ticket;

/**
 * A delivery report goes where the mail that it proves to be about belongs (RFC 3464, decision 39). Nobody vouches for
 * the machine that wrote it, and nobody need.
 */
final class ReturnedMail implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "returned-mail";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        return facts.returned()
                .map(ReturnedNotice::ticket)
                .flatMap(ticket -> NamedTickets.survivor(facts, ticket))
                .map(Ticket::id)
                .map(ticket -> Verdict.<Placement>fires(new Placement.Join(ticket), ReturnedNotice.PROVEN))
                .orElseGet(() -> Verdict.passes(ReturnedNotice.UNPROVEN));
    }
}
