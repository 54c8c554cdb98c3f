package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.intake.Receiving;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailKind;
import guichet.core.mail.ThreadingHints;
import java.util.List;
import java.util.stream.Stream;

/**
 * A raw mail from the inbox, read for each desk that its envelope names.
 *
 * @param recipients of the envelope, or what stands for them
 */
record OpenedMail(byte[] raw, List<String> recipients, List<ForDesk> desks) {

    /** @param recipient the address that named the desk */
    record ForDesk(Desk desk, String recipient, IncomingMail mail) {
        /** What threading will ask of the nearest ancestors; of the others, it asks itself. */
        private static final int MOST_ANCESTORS = 8;

        Stream<String> messageIds() {
            return Stream.concat(
                    Stream.of(Receiving.messageId(mail)),
                    ThreadingHints.of(mail).ancestors().stream().limit(MOST_ANCESTORS));
        }

        /** Nothing in it points to a ticket. */
        boolean startsAConversation() {
            var hints = ThreadingHints.of(mail);
            return mail.kind() == MailKind.NORMAL
                    && hints.ancestors().isEmpty()
                    && hints.tags().isEmpty()
                    && recipient.indexOf('+') < 0;
        }
    }
}
