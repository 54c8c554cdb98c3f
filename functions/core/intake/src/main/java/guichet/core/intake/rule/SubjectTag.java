package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** A ticket's tag in the subject (S1-05). */
final class SubjectTag implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "subject-tag";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        return NamedTickets.place(facts, facts.mail().tags(), "the subject");
    }
}
