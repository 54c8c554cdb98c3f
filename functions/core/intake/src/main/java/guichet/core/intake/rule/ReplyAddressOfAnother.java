package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Placement;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.notice.ReplyAddress;
import java.util.Optional;

/**
 * A colleague who was passed our mail answers to the address that was signed for somebody else. It says which ticket is
 * meant, as a tag does; that it concerns them they have to prove themselves.
 */
final class ReplyAddressOfAnother implements IntakeRule<Placement> {
    @Override
    public String name() {
        return "reply-address-of-another";
    }

    @Override
    public Verdict<Placement> verdict(IntakeFacts facts) {
        var recipient = facts.mail().recipient();
        var named = Optional.of(recipient)
                .filter(facts.desk()::isOurs)
                .flatMap(address -> ReplyAddress.named(facts.desk().id(), address));
        return NamedTickets.place(facts, named.stream().toList(), "the reply address of somebody else");
    }
}
