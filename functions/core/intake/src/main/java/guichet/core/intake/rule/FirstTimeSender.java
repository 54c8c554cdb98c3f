package guichet.core.intake.rule;

import guichet.core.desk.MailRules.Unknown;
import guichet.core.intake.HoldMail.Standing;
import guichet.core.intake.IntakeFacts;
import java.util.Optional;

/** Whose mail a desk wants to decide on (S0-02), whatever the mail says of itself: {@code unknown-senders: hold}. */
final class FirstTimeSender {
    private FirstTimeSender() {}

    /** Why nobody has to decide on this mail's sender; empty where somebody has to. */
    static Optional<String> whyNot(IntakeFacts facts) {
        if (facts.desk().mail().unknownSenders() != Unknown.HOLD) {
            return Optional.of("this desk does not hold the mail of unknown senders");
        }
        return facts.caller().known() ? Optional.of("its sender is known") : Optional.empty();
    }

    static Standing standing(IntakeFacts facts) {
        var sender = facts.decidedOn().address();
        return sender.isBlank() ? Standing.UNDECIDED : facts.lookup().standing(sender); // nobody is not one sender
    }
}
