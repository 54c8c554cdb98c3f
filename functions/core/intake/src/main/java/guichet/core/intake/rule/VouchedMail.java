package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Remarks;
import guichet.core.intake.Verdict;

/** What somebody has looked at and let in is asked about no more (S0-02). */
final class VouchedMail implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "vouched-mail";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return facts.mail()
                .letInBy()
                .map(by -> Verdict.fires(Admission.COMES_IN, by + " let it in").noting(Remarks.letIn(facts.desk(), by)))
                .orElse(Verdict.passes("it was not held and let in"));
    }
}
