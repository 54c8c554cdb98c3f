package guichet.core.intake.rule;

import guichet.core.desk.MailRules.Unknown;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Admission;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Remarks;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;

/** A mail that names no sender comes in where anybody's does, and the ticket says so (S0-01). */
final class SenderlessMail implements IntakeRule<Admission> {
    @Override
    public String name() {
        return "senderless-mail";
    }

    @Override
    public Verdict<Admission> verdict(IntakeFacts facts) {
        if (!facts.author().address().isBlank()) {
            return Verdict.passes("it names a sender");
        }
        if (facts.desk().mail().unknownSenders() != Unknown.OPEN) {
            return Verdict.passes("this desk asks who writes");
        }
        return facts.mail().incoming().kind() == MailKind.NORMAL
                ? Verdict.fires(Admission.COMES_IN, "it names no sender").noting(Remarks.noSender(facts.desk()))
                : Verdict.passes("a machine needs no sender");
    }
}
