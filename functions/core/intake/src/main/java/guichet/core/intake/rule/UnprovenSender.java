package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Belief;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Anybody else is nobody in particular: no organization sees what was written in its name (decision 3). */
final class UnprovenSender implements IntakeRule<Belief> {
    @Override
    public String name() {
        return "unproven-sender";
    }

    @Override
    public Verdict<Belief> verdict(IntakeFacts facts) {
        return Verdict.fires(Belief.NOT_BELIEVED, "nothing proves who wrote it: its sender is of no organization");
    }
}
