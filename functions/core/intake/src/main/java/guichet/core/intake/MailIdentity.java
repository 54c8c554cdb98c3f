package guichet.core.intake;

import guichet.core.ticket.TicketId;
import java.util.Optional;

/**
 * Under which id a mail is kept, and whether it was here before. Mail servers repeat themselves, and clients give one
 * id to two mails: the same id with the same content is a repeat; with other content by the same sender it joins that
 * ticket; by another sender it has nothing to do with it.
 *
 * @param seen why the mail is ignored; empty for a new one
 * @param belongsTo the ticket that its id belongs to already
 */
public record MailIdentity(String messageId, Optional<String> seen, Optional<TicketId> belongsTo) {

    static MailIdentity of(Lookup lookup, InboundMail mail, Author author) {
        var known = lookup.mail(mail.messageId());
        if (known.isEmpty()) {
            return new MailIdentity(mail.messageId(), Optional.empty(), Optional.empty());
        }
        var ticket = known.get().ticket();
        var fingerprint = known.get().fingerprint();
        if (fingerprint.isEmpty()) {
            return new MailIdentity(mail.messageId(), Optional.empty(), Optional.of(ticket));
        }
        var repeat = "a repeat of a mail of " + ticket;
        if (fingerprint.equals(mail.incoming().fingerprint())) {
            return new MailIdentity(mail.messageId(), Optional.of(repeat), Optional.empty());
        }
        var ownId = mail.messageId() + "#" + mail.incoming().fingerprint();
        if (lookup.mail(ownId).isPresent()) {
            return new MailIdentity(ownId, Optional.of(repeat), Optional.empty());
        }
        var sameSender = known.get().sender().equals(author.address());
        return new MailIdentity(ownId, Optional.empty(), sameSender ? Optional.of(ticket) : Optional.empty());
    }
}
