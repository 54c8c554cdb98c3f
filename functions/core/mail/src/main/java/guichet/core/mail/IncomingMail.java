package guichet.core.mail;

import guichet.core.mail.mime.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail as the helpdesk takes it. Header values are decoded and on one line; secrets are masked if the reader was told
 * to.
 *
 * @param from the sender; {@link Mailbox#NOBODY} if no header names one
 * @param rewrittenFrom whose mail it was before a group or a list put itself into From, the surest header first
 * @param subject empty if there is none
 * @param date as the sender's clock said; empty if missing or impossible. Never the time of reception
 * @param messageId without angle brackets; empty if there is none
 * @param inReplyTo ids without angle brackets
 * @param references oldest first; of very long ones the first and the last
 * @param text the whole body as plain text; {@link MailReader#NO_TEXT} where nobody can see any
 * @param visible the text without quoted history and signature
 * @param quoted what was folded away from it
 * @param html cleaned, for a sandboxed frame; empty if the mail has none
 * @param bounce of a delivery report, what it says
 * @param forwarded the mail that it passes on
 * @param fingerprint SHA-256 over From, Date, Subject and decoded content: equal for repeats of one mail, whatever
 *     headers the servers on its way have added. Hex
 * @param masked how many different secrets were found
 * @param remarks what an agent should know of the reading, such as parts that were left in the raw mail
 */
public record IncomingMail(
        Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> replyTo,
        List<Mailbox> rewrittenFrom,
        String subject,
        Optional<Instant> date,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        Classification classification,
        String text,
        String visible,
        String quoted,
        String html,
        List<MailAttachment> attachments,
        SenderAuthentication authentication,
        Verdicts verdicts,
        Optional<Bounce> bounce,
        Optional<ForwardedMail> forwarded,
        String fingerprint,
        int masked,
        List<Remark> remarks) {

    public MailKind kind() {
        return classification.kind();
    }
}
