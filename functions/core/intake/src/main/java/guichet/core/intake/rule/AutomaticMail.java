package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Answering;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;

/** What machines send is kept, never answered, and reopens nothing (RFC 3834, decision 27). */
final class AutomaticMail implements IntakeRule<Answering> {
    @Override
    public String name() {
        return "automatic-mail";
    }

    @Override
    public Verdict<Answering> verdict(IntakeFacts facts) {
        var found = facts.mail().incoming().classification();
        if (found.kind() == MailKind.MAILING && facts.mail().isPassedOnByOurs()) {
            return Verdict.passes("a group of ours passed it on");
        }
        return found.kind() == MailKind.NORMAL
                ? Verdict.passes(found.reason())
                : Verdict.fires(Answering.SILENT, found.reason());
    }
}
