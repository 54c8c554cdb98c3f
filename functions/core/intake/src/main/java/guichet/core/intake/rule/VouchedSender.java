package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Belief;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Whoever lets a held mail in vouches for its sender, this once (S0-02). */
final class VouchedSender implements IntakeRule<Belief> {
    @Override
    public String name() {
        return "vouched-sender";
    }

    @Override
    public Verdict<Belief> verdict(IntakeFacts facts) {
        if (!facts.author().stated()) {
            return Verdict.passes("whoever lets it in saw who sent it, not whom it names");
        }
        return facts.mail()
                .letInBy()
                .map(by -> Verdict.fires(Belief.BELIEVED, by + " let it in"))
                .orElse(Verdict.passes("it was not held and let in"));
    }
}
