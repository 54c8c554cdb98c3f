package guichet.core.intake.rule;

import guichet.core.intake.HoldMail.Standing;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Of a sender who was refused for good, nothing is taken (S0-02). */
final class KeptOutSender implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "kept-out-sender";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return FirstTimeSender.whyNot(facts)
                .map(Verdict::<Admission>passes)
                .orElseGet(() -> FirstTimeSender.standing(facts) == Standing.KEPT_OUT
                        ? Verdict.fires(
                                Admission.KEPT_OUT,
                                "the desk takes no mail from "
                                        + facts.decidedOn().address())
                        : Verdict.passes("nobody has refused this sender for good"));
    }
}
