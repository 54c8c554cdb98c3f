package guichet.core.mail;

import guichet.core.html.LinkTargets;
import guichet.core.html.Marks;
import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Remark;
import guichet.core.mail.reply.Blanks;
import guichet.core.mail.reply.Context;
import guichet.core.mail.reply.ReplyTrimmer;
import guichet.core.mail.reply.Trimmed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Raw bytes to {@link IncomingMail}: the one way in, for the inbound function and for {@code mail --explain} alike. Any
 * bytes give a mail; what is too large or too deep to take apart is said in its remarks.
 */
public final class MailReader {
    /** Stands for a text where a mail shows none, so that no ticket reads as if it had been lost. */
    public static final String NO_TEXT = "(no visible content – aucun contenu visible)";
    /** SES takes no more than 40 MB. */
    static final int LONGEST_MAIL = 40 * 1024 * 1024;

    static final int MOST_REFERENCES = 100;
    private static final int LONGEST_SUBJECT = 2_000;

    private MailReader() {}

    public static IncomingMail read(byte[] raw) {
        return read(raw, ReadOptions.DEFAULT);
    }

    /** A mail that we kept ourselves: what was masked in it then is counted as masked. */
    public static IncomingMail readKept(byte[] raw, ReadOptions options) {
        return read(raw, options, MaskedMail.secretsIn(raw));
    }

    public static IncomingMail read(byte[] raw, ReadOptions options) {
        return read(raw, options, 0);
    }

    private static IncomingMail read(byte[] raw, ReadOptions options, int maskedBefore) {
        MimeMessage message = MimeMessage.parse(raw.length > LONGEST_MAIL ? Arrays.copyOf(raw, LONGEST_MAIL) : raw);
        Headers headers = message.headers();
        var remarks = new ArrayList<>(message.remarks());
        if (raw.length > LONGEST_MAIL) {
            remarks.add(Remark.MAIL_CUT);
        }
        Content content = Content.of(message.root(), remarks, options);
        Sender sender = Sender.of(headers);
        String subject = shorten(headers.decoded("Subject"));
        String fingerprint = Fingerprint.of(headers, content);

        Masking masking = new Masking(options.maskSecrets());
        masking.find(subject, content);
        masking.find(content.attachments());
        subject = masking.apply(subject);
        String marked = LinkTargets.settled(masking.apply(content.text()));
        String html = masking.applyHtml(content.html());
        List<MailAttachment> attachments = masking.apply(content.attachments());

        String text = Blanks.trim(Marks.removeLines(marked));
        Reports reports = Reports.of(message.root());
        Optional<Bounce> bounce = BounceReader.read(headers, reports, sender.from(), subject, text);
        List<String> inReplyTo = MessageIds.all(headers.raw("In-Reply-To"), MOST_REFERENCES);
        List<String> references = MessageIds.references(headers.raw("References"), MOST_REFERENCES);
        boolean reply = !inReplyTo.isEmpty()
                || !references.isEmpty()
                || SubjectPrefixes.isReply(subject)
                || !ThreadingHints.tags(subject).isEmpty();
        Trimmed trimmed = ReplyTrimmer.trim(marked, new Context(reply, SubjectPrefixes.isForward(subject)));
        boolean empty = text.isEmpty();
        return new IncomingMail(
                sender.from(),
                AddressList.parse(headers.raw("To")),
                AddressList.parse(headers.raw("Cc")),
                AddressList.parse(headers.raw("Reply-To")),
                Sender.beforeRewriting(headers),
                subject,
                MailDate.parse(headers.raw("Date")),
                MessageIds.one(headers.raw("Message-ID")),
                inReplyTo,
                references,
                new Classifier(headers, subject, text, options.ownAddresses())
                        .classify(bounce, reports.why(), sender.from()),
                empty ? NO_TEXT : text,
                empty ? NO_TEXT : trimmed.visible(),
                trimmed.quoted(),
                html,
                attachments,
                SenderAuthentication.of(headers, sender.claimed()),
                Verdicts.of(headers),
                bounce,
                ForwardedMail.of(SubjectPrefixes.isForward(subject), empty ? NO_TEXT : trimmed.visible(), attachments),
                fingerprint,
                maskedBefore + masking.count(),
                List.copyOf(remarks));
    }

    private static String shorten(String subject) {
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        int end =
                Character.isHighSurrogate(subject.charAt(LONGEST_SUBJECT - 1)) ? LONGEST_SUBJECT - 1 : LONGEST_SUBJECT;
        return subject.substring(0, end);
    }
}
