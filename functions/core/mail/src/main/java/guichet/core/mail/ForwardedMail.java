package guichet.core.mail;

import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.reply.PassedOn;
import java.util.List;
import java.util.Optional;

/**
 * A mail that another passes on, whole as a part of it ({@code message/rfc822}) or in its text, as clients write it.
 *
 * @param from its sender, at an address that is one; nothing proves that they sent it
 * @param subject as it was; empty where it is not known
 * @param above what whoever passes it on wrote themselves
 * @param text what its sender wrote
 * @param declared whether the subject says that a mail is passed on, as no reply's does
 */
public record ForwardedMail(Mailbox from, String subject, String above, String text, boolean declared) {
    private static final String MESSAGE = "message/rfc822";

    /**
     * @param forwards whether the subject says that this passes a mail on
     * @param visible what is shown of this mail's text, masked like the attachments
     */
    static Optional<ForwardedMail> of(boolean forwards, String visible, List<MailAttachment> attachments) {
        var messages =
                attachments.stream().filter(file -> file.type().equals(MESSAGE)).toList();
        return messages.size() == 1 && (forwards || visible.equals(MailReader.NO_TEXT))
                ? whole(messages.getFirst(), visible, forwards)
                : PassedOn.find(visible)
                        .filter(found -> forwards || found.marked())
                        .flatMap(found -> inText(found, forwards));
    }

    private static Optional<ForwardedMail> whole(MailAttachment message, String above, boolean forwards) {
        var headers = MimeMessage.parse(message.content()).headers();
        var read = MailReader.read(message.content());
        return Optional.of(Sender.of(headers).from())
                .filter(Mailbox::valid)
                .map(from -> new ForwardedMail(
                        from, read.subject(), above.equals(MailReader.NO_TEXT) ? "" : above, read.visible(), forwards));
    }

    private static Optional<ForwardedMail> inText(PassedOn found, boolean forwards) {
        // "Alice Martin [mailto:alice@acme.example]", and links that stand behind what they lead to
        var written =
                found.from().replace("[mailto:", "<").replace("<mailto:", "<").replace(']', '>');
        return AddressList.parse(written).stream()
                .filter(Mailbox::valid)
                .findFirst()
                .map(from -> new ForwardedMail(from, found.subject(), found.above(), found.text(), forwards));
    }
}
