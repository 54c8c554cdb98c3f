package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Belief;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/**
 * Authenticated is a sender whose DMARC passes, or SPF or DKIM aligned with From (decision 3, RFC 8601). Whom else a
 * sender names is believed only of those that the desk file trusts with it ({@code relays}), and never of the staff: a
 * visitor types into a form whatever they like.
 */
final class AuthenticatedSender implements IntakeRule<Belief> {
    @Override
    public String name() {
        return "authenticated-sender";
    }

    @Override
    public Verdict<Belief> verdict(IntakeFacts facts) {
        var found = facts.mail().incoming().authentication();
        var author = facts.author();
        var isStaff = facts.desk().staffMember(author.address()).isPresent();
        if (!author.stated() && (isStaff || !facts.mail().isByRelay())) {
            return Verdict.passes("nothing proves what it says of " + author.address());
        }
        return found.authenticated() ? Verdict.fires(Belief.BELIEVED, found.reason()) : Verdict.passes(found.reason());
    }
}
