package guichet.core.intake.rule;

import guichet.core.intake.Author;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Else a mail is of whom From names (RFC 5322, 3.6.2). */
final class WhoeverFromNames implements IntakeRule<Author> {
    @Override
    public String name() {
        return "whoever-from-names";
    }

    @Override
    public Verdict<Author> verdict(IntakeFacts facts) {
        return Verdict.fires(new Author(facts.mail().from(), true), "From says so");
    }
}
