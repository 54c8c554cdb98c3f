package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Answering;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;

/** A person who asks for no automatic answer gets none; what they say counts like anybody's (RFC 3834, section 2). */
final class NoAnswerWanted implements IntakeRule<Answering> {
    @Override
    public String name() {
        return "no-answer-wanted";
    }

    @Override
    public Verdict<Answering> verdict(IntakeFacts facts) {
        var found = facts.mail().incoming().classification();
        return found.answerable() || found.kind() == MailKind.MAILING
                ? Verdict.passes("it does not ask for silence")
                : Verdict.fires(Answering.UNACKNOWLEDGED, found.reason());
    }
}
