package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Answering;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** A person wrote it, and is answered (S1-05). */
final class PersonalMail implements IntakeRule<Answering> {
    @Override
    public String name() {
        return "personal-mail";
    }

    @Override
    public Verdict<Answering> verdict(IntakeFacts facts) {
        return Verdict.fires(Answering.ANSWERED, "a person wrote it");
    }
}
