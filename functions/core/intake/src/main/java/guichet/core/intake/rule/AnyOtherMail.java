package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Every mail becomes a ticket or joins one, unless a rule above says otherwise (S0-01). */
final class AnyOtherMail implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "any-other-mail";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return Verdict.fires(Admission.COMES_IN, "nothing keeps it out");
    }
}
