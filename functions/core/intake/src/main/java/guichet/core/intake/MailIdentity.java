package guichet.core.intake;

import guichet.core.command.TicketStore;
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
record MailIdentity(String messageId, Optional<String> seen, Optional<TicketId> belongsTo) {

    static MailIdentity of(TicketStore store, String desk, InboundMail mail) {
        var known = store.mail(desk, mail.messageId());
        if (known.isEmpty()) {
            return new MailIdentity(mail.messageId(), Optional.empty(), Optional.empty());
        }
        var fingerprint = known.get().fingerprint();
        if (fingerprint.isEmpty()) {
            return new MailIdentity(
                    mail.messageId(), Optional.empty(), Optional.of(known.get().ticket()));
        }
        if (fingerprint.equals(mail.fingerprint())) {
            return new MailIdentity(
                    mail.messageId(),
                    Optional.of("a repeat of a mail of " + known.get().ticket()),
                    Optional.empty());
        }
        var ownId = mail.messageId() + "#" + mail.fingerprint();
        if (store.mail(desk, ownId).isPresent()) {
            return new MailIdentity(
                    ownId, Optional.of("a repeat of a mail of " + known.get().ticket()), Optional.empty());
        }
        var sameSender = known.get().sender().equals(mail.from().address());
        return new MailIdentity(
                ownId, Optional.empty(), sameSender ? Optional.of(known.get().ticket()) : Optional.empty());
    }
}
