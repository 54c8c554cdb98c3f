package guichet.core.intake.rule;

import guichet.core.desk.Desk;
import guichet.core.intake.Author;
import guichet.core.intake.InboundMail;
import guichet.core.intake.IntakeFacts;
import guichet.core.intake.IntakeRule;
import guichet.core.intake.Remarks;
import guichet.core.intake.Verdict;
import guichet.core.mail.MailKind;
import guichet.core.mail.Mailbox;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Web forms, shared mailboxes and lists send in their own name, and say in Reply-To whom to answer (RFC 5322, 3.6.2):
 * it is that person's mail. Whoever the desk knows in person writes for themselves, wherever they want the answer.
 */
final class NamedByReplyTo implements IntakeRule<Author> {
    @Override
    public String name() {
        return "named-by-reply-to";
    }

    @Override
    public Verdict<Author> verdict(IntakeFacts facts) {
        var mail = facts.mail();
        var from = mail.from().address();
        var named = named(mail);
        if (named.isEmpty()) {
            return Verdict.passes("Reply-To names nobody else");
        }
        if (mail.incoming().kind() == MailKind.BOUNCE) {
            return Verdict.passes("a report speaks for itself");
        }
        if (!mail.isByRelay() && isKnownInPerson(facts)) {
            return Verdict.passes(from + " writes for themselves");
        }
        var person = named.get();
        if (isStaffLetIn(facts, person)) {
            return Verdict.passes("whoever let it in saw who sent it, not whom it names");
        }
        return Verdict.fires(Author.named(person), from + " says that " + person.address() + " is to be answered")
                .noting(Remarks.named(facts.desk(), from, person.address()));
    }

    /** Not the list itself, or a team, where it is written to as well. A form of ours may copy its visitor. */
    private static Optional<Person> named(InboundMail mail) {
        var from = Desk.untagged(mail.from().address()); // another tag, as helpdesks have, is nobody else
        return mail.incoming().replyTo().stream()
                .filter(Mailbox::valid)
                .map(InboundMail::person)
                .filter(person -> !Desk.untagged(person.address()).equals(from)
                        && !mail.isADesks(person.address())
                        && writtenTo(mail)
                                .map(InboundMail::person)
                                .noneMatch(other -> other.address().equals(person.address())))
                .findFirst();
    }

    /** Somebody of the desk's people is nobody's word: what was let in is of who sent it. */
    private static boolean isStaffLetIn(IntakeFacts facts, Person person) {
        return facts.mail().letInBy().isPresent()
                && facts.desk().staffMember(person.address()).isPresent();
    }

    private static Stream<Mailbox> writtenTo(InboundMail mail) {
        var incoming = mail.incoming();
        return mail.isByRelay()
                ? incoming.to().stream()
                : Stream.concat(incoming.to().stream(), incoming.cc().stream());
    }

    private static boolean isKnownInPerson(IntakeFacts facts) {
        var from = facts.mail().from();
        var authenticated = facts.mail().incoming().authentication().authenticated();
        return facts.desk().staffMember(from.address()).isPresent()
                || authenticated && facts.lookup().caller(from, true).listed()
                || tickets(facts).anyMatch(ticket -> ticket.concerns(from.address()));
    }

    /** Of the conversations that it goes on with. */
    private static Stream<Ticket> tickets(IntakeFacts facts) {
        var mail = facts.mail();
        var byAddress =
                facts.lookup().replyAddress(mail.recipient(), mail.from().address()).stream();
        return Stream.of(byAddress, facts.ancestry().tickets().stream(), mail.tags().stream())
                .flatMap(ids -> ids)
                .flatMap(id -> NamedTickets.survivor(facts, id).stream());
    }
}
