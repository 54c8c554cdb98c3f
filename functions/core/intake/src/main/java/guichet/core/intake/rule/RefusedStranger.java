package guichet.core.intake.rule;

import guichet.core.desk.MailRules.Unknown;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;

/** A desk may take no mail of people whom its directory does not know: {@code unknown-senders: refuse}. */
final class RefusedStranger implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "refused-stranger";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        if (facts.desk().mail().unknownSenders() != Unknown.REFUSE) {
            return Verdict.passes("this desk does not refuse the mail of unknown senders");
        }
        return facts.caller().known()
                ? Verdict.passes("its sender is known")
                : Verdict.fires(Admission.KEPT_OUT, "the desk takes no mail of people whom it does not know");
    }
}
