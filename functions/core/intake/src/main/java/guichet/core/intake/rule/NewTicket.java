package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import java.util.Optional;

/** Every mail that joins no ticket opens one (S0-01). */
final class NewTicket implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "new-ticket";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        return Verdict.fires(new Placement.Open(Optional.empty()), "no ticket that it may join is named");
    }
}
