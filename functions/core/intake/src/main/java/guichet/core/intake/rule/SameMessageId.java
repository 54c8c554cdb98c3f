package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/**
 * Another mail of the same sender under an id that is known goes where the first went; so does a mail that was quoted
 * before it came (S1-05).
 */
final class SameMessageId implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "same-message-id";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        return NamedTickets.place(facts, facts.identity().belongsTo().stream().toList(), "its own Message-ID");
    }
}
