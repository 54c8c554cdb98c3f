package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Mail servers repeat themselves: what is known already changes nothing (S0-01). */
final class KnownMail implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "known-mail";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        return facts.identity()
                .seen()
                .map(why -> Verdict.fires(Admission.IGNORED, why))
                .orElse(Verdict.passes("it was not here before"));
    }
}
