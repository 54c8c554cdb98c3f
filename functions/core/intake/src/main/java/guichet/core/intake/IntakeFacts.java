package guichet.core.intake;

import guichet.core.access.Callers.Caller;
import guichet.core.desk.Desk;
import java.util.Optional;

/**
 * What the rules of intake go by: the mail, what they look up, and what the questions before theirs were answered.
 *
 * @param believed whether the sender is taken for who From says
 * @param silent why nobody outside is answered; empty for a mail that a person wrote
 */
public record IntakeFacts(InboundMail mail, Lookup lookup, boolean believed, Optional<String> silent) {
    static IntakeFacts of(InboundMail mail, Lookup lookup) {
        return new IntakeFacts(mail, lookup, false, Optional.empty());
    }

    IntakeFacts believing(boolean sender) {
        return new IntakeFacts(mail, lookup, sender, silent);
    }

    IntakeFacts silent(Optional<String> why) {
        return new IntakeFacts(mail, lookup, believed, why);
    }

    public Desk desk() {
        return mail.desk();
    }

    public Caller caller() {
        return lookup.caller(mail.from(), believed);
    }

    public MailIdentity identity() {
        return MailIdentity.of(lookup, mail);
    }

    public Ancestry ancestry() {
        return Ancestry.of(lookup, mail);
    }
}
