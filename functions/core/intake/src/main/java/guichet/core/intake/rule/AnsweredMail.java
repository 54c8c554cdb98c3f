package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** In-Reply-To and References name the mails that it answers, the nearest first (RFC 5322 3.6.4, S1-05). */
final class AnsweredMail implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "answered-mail";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        return NamedTickets.place(facts, facts.ancestry().tickets(), "a mail that it answers");
    }
}
