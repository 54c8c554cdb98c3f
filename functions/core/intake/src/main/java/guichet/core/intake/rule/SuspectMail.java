package guichet.core.intake.rule;

import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakePolicy.Answering;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Verdict;
import guichet.core.mail.Verdicts;

/**
 * Where DMARC fails, and for viruses and spam, an answer would reach whoever was forged (decisions 3 and 28): nobody is
 * answered, unless somebody of the desk vouches for the sender (S0-02).
 */
final class SuspectMail implements IntakeRule<Answering> {
    @Override
    public String name() {
        return "suspect-mail";
    }

    @Override
    public Verdict<Answering> verdict(IntakeFacts facts) {
        var mail = facts.mail().incoming();
        if (facts.mail().letInBy().isPresent()) {
            return Verdict.passes(facts.mail().letInBy().get() + " let it in");
        }
        if (mail.authentication().dmarcFailed()) {
            return Verdict.fires(Answering.SILENT, mail.authentication().reason());
        }
        if (mail.verdicts().virus() == Verdicts.Verdict.FAIL) {
            return Verdict.fires(Answering.SILENT, "it carries a virus");
        }
        return mail.verdicts().spam() == Verdicts.Verdict.FAIL
                ? Verdict.fires(Answering.SILENT, "it is spam")
                : Verdict.passes("DMARC does not fail, and it is neither virus nor spam");
    }
}
