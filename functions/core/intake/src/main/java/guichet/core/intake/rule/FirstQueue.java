package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Filing;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import java.util.Optional;

/** Whatever fits no rule of the desk file stands where the desk's requests begin. */
final class FirstQueue implements IntakeRule<Filing> {
    @Override
    public String name() {
        return "first-queue";
    }

    @Override
    public Verdict<Filing> verdict(IntakeFacts facts) {
        return Verdict.fires(new Filing(Optional.empty(), Optional.empty()), "no rule of the desk file fits");
    }
}
