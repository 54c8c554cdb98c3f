package guichet.core.intake.rule;

import guichet.core.intake.HoldMail.Standing;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** A first-time sender's mail is held until somebody has decided on it (S0-02). */
final class UndecidedSender implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "undecided-sender";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return FirstTimeSender.whyNot(facts)
                .map(Verdict::<Admission>passes)
                .orElseGet(() -> FirstTimeSender.standing(facts) == Standing.UNDECIDED
                        ? Verdict.fires(Admission.HELD, "nobody has decided on this sender yet")
                        : Verdict.passes("this sender was let in for good"));
    }
}
