package guichet.core.intake;

import guichet.core.access.Callers.Caller;
import guichet.core.desk.Desk;
import guichet.core.notice.Silence;
import guichet.core.ticket.Person;
import java.util.Optional;

/**
 * What the rules of intake go by: the mail, what they look up, and what the questions before theirs were answered.
 *
 * @param author whose mail it is
 * @param believed whether the author is taken for who the mail says
 * @param silence who is not answered, and why; empty as a rule
 */
public record IntakeFacts(InboundMail mail, Lookup lookup, Author author, boolean believed, Optional<Silence> silence) {
    static IntakeFacts of(InboundMail mail, Lookup lookup) {
        return new IntakeFacts(mail, lookup, Author.ofFrom(mail), false, Optional.empty());
    }

    IntakeFacts by(Author writer) {
        return new IntakeFacts(mail, lookup, writer, believed, silence);
    }

    IntakeFacts believing(boolean sender) {
        return new IntakeFacts(mail, lookup, author, sender, silence);
    }

    IntakeFacts keeping(Optional<Silence> kept) {
        return new IntakeFacts(mail, lookup, author, believed, kept);
    }

    public Desk desk() {
        return mail.desk();
    }

    public Caller caller() {
        return lookup.caller(author.person(), believed);
    }

    public MailIdentity identity() {
        return MailIdentity.of(lookup, mail, author);
    }

    /**
     * On whom is decided for good, where a desk wants to (S0-02): on who sent it; of what a group or a form of ours
     * passes on, on whom that names, since all others come by the same way.
     */
    public Person decidedOn() {
        return author.stated() || mail.isPassedOnByOurs() ? author.person() : mail.from();
    }

    /** With whom the mail names as its author, where that is not who sent it. */
    String naming(String why) {
        return author.stated() ? why : why + "; it names " + author.address() + " as its author, which proves nothing";
    }

    /** The mail of ours that it proves to have come back. */
    public Optional<ReturnedNotice> returned() {
        return ReturnedNotice.of(lookup, mail);
    }

    /** Whether it is no person's word: it reopens nothing, and moves no ticket on. */
    public boolean isNobodysWord() {
        return silence.filter(Silence::isNobodysWord).isPresent();
    }

    public Ancestry ancestry() {
        return Ancestry.of(lookup, mail);
    }
}
