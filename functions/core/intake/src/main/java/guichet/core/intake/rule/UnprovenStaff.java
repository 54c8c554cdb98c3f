package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/**
 * Mail in the name of the desk's people waits until somebody vouches for it, unless it is authenticated (decision 3).
 */
final class UnprovenStaff implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "unproven-staff";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        if (!facts.caller().actor().isStaff()) {
            return Verdict.passes("it does not claim to come from the desk's people");
        }
        return facts.believed()
                ? Verdict.passes("it is believed")
                : Verdict.fires(
                        Admission.HELD,
                        "it claims to come from " + facts.author().address() + ", and its sender is not authenticated");
    }
}
