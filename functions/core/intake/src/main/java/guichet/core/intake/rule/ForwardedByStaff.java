package guichet.core.intake.rule;

import guichet.core.intake.InboundMail;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.ForwardedMail;
import java.util.Optional;

/**
 * An agent who was written to in person passes it on to the desk: it is the request of whoever wrote it. As on the
 * telephone, the agent vouches for who that is.
 */
final class ForwardedByStaff implements IntakeRule<Optional<ForwardedMail>> {
    @Override
    public String name() {
        return "forwarded-by-staff";
    }

    @Override
    public Verdict<Optional<ForwardedMail>> verdict(IntakeFacts facts) {
        var forwarded = facts.mail().incoming().forwarded();
        if (forwarded.isEmpty()) {
            return Verdict.passes("it passes no mail on whose sender can be told");
        }
        if (!facts.believed() || !facts.caller().actor().isStaff() || facts.isNobodysWord()) {
            return Verdict.passes("it is not the desk's people who pass it on");
        }
        var sender = InboundMail.person(forwarded.get().from()).address();
        return facts.mail().isADesks(sender) || facts.desk().staffMember(sender).isPresent()
                ? Verdict.passes("what it passes on is no customer's")
                : Verdict.fires(forwarded, facts.author().address() + " passes on what " + sender + " wrote");
    }
}
