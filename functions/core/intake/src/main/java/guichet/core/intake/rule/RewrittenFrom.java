package guichet.core.intake.rule;

import guichet.core.intake.Author;
import guichet.core.intake.InboundMail;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Remarks;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;
import guichet.core.ticket.Person;

/**
 * A group that passes mail on in its own name puts the desk's address into From (Google's and Microsoft's, for DMARC):
 * the person behind stands in other headers. A desk is nobody, so where none names a person, nobody wrote it.
 */
final class RewrittenFrom implements IntakeRule<Author> {
    @Override
    public String name() {
        return "rewritten-from";
    }

    @Override
    public Verdict<Author> verdict(IntakeFacts facts) {
        var mail = facts.mail();
        var from = mail.from().address();
        if (from.isBlank() || !mail.isADesks(from)) {
            return Verdict.passes("From names no desk");
        }
        if (mail.incoming().kind() == MailKind.BOUNCE) {
            return Verdict.passes("a report speaks for itself");
        }
        return mail.incoming().rewrittenFrom().stream()
                .map(InboundMail::person)
                .filter(person -> !mail.isADesks(person.address()))
                .findFirst()
                .map(person -> Verdict.fires(
                                Author.named(person),
                                "a group at " + from + " passes on what " + person.address() + " wrote")
                        .noting(Remarks.named(facts.desk(), from, person.address())))
                .orElseGet(() -> Verdict.fires(
                                Author.named(new Person("", mail.from().name())),
                                "From names our own " + from + ", and nothing whom it is from")
                        .noting(Remarks.ourOwn(facts.desk(), from)));
    }
}
