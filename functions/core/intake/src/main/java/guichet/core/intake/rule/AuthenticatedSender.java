package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Belief;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** Authenticated is a sender whose DMARC passes, or SPF or DKIM aligned with From (decision 3, RFC 8601). */
final class AuthenticatedSender implements IntakeRule<Belief> {
    @Override
    public String name() {
        return "authenticated-sender";
    }

    @Override
    public Verdict<Belief> verdict(IntakeFacts facts) {
        var found = facts.mail().incoming().authentication();
        return found.authenticated() ? Verdict.fires(Belief.BELIEVED, found.reason()) : Verdict.passes(found.reason());
    }
}
