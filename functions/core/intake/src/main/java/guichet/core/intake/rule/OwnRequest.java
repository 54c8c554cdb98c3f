package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.ForwardedMail;
import java.util.Optional;

/** Else a ticket is the request of whoever wrote the mail. */
final class OwnRequest implements IntakeRule<Optional<ForwardedMail>> {
    @Override
    public String name() {
        return "own-request";
    }

    @Override
    public Verdict<Optional<ForwardedMail>> verdict(IntakeFacts facts) {
        return Verdict.fires(Optional.empty(), "it is its author's");
    }
}
