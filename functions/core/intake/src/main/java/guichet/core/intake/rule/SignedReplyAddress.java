package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/**
 * The signed address that answers to our mails go to names the ticket even when a client strips everything else
 * (S1-05).
 */
final class SignedReplyAddress implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "signed-reply-address";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        var mail = facts.mail();
        var named = facts.lookup().replyAddress(mail.recipient(), facts.author().address());
        return NamedTickets.place(facts, named.stream().toList(), "the reply address");
    }
}
