package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.ReturnedNotice;
import guichet.core.intake.Verdict;

/** A machine that tells of our own mail need not be known: it proves that it had it (decision 39). */
final class ReportOfOurMail implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "report-of-our-mail";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return facts.returned().isPresent()
                ? Verdict.fires(Admission.COMES_IN, ReturnedNotice.PROVEN)
                : Verdict.passes(ReturnedNotice.UNPROVEN);
    }
}
