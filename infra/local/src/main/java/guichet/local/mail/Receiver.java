package guichet.local.mail;

import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.MailBytes;
import guichet.local.time.SimulatedTime;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/**
 * What SES does with a mail that it accepted: headers on top, the object in the bucket, the notification in the queue.
 */
public final class Receiver {
    private static final String ALPHABET = "abcdefghijklmnopqrstuv0123456789";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z (zzz)", Locale.ENGLISH);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EmbeddedAws aws;
    private final ReceiptRules.Receipt rule;

    public Receiver(EmbeddedAws aws, ReceiptRules.Receipt rule) {
        this.aws = aws;
        this.rule = rule;
    }

    /**
     * Returns once the mail is safe: its object is on disk and its notification in the queue.
     *
     * @param from the envelope's sender; empty for a bounce
     * @param helo how the sending server called itself
     * @return SES's id of the mail, the last part of the object's key
     * @throws SimulatedTime.Unreadable if the mail says what time it is, and that is none
     */
    public String receive(String from, List<String> to, String helo, byte[] raw) throws IOException {
        var id = RANDOM.ints(40, 0, ALPHABET.length())
                .collect(StringBuilder::new, (s, i) -> s.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
        var mail = MailBytes.of(raw);
        var at = SimulatedTime.orNow(mail.first(SimulatedTime.HEADER));
        var author = authorDomain(mail.first("From"));
        var verdicts = VerdictHeader.of(mail.first(VerdictHeader.HEADER), author != null);
        mail.without(VerdictHeader.HEADER, SimulatedTime.HEADER);
        var headersBefore = mail.fields();
        addHeaders(mail, new Envelope(id, from, to, helo, at), author, verdicts);
        var key = rule.prefix() + id;
        aws.objects().put(rule.bucket(), key, mail.bytes(), Map.of("content-type", "application/octet-stream"), at);
        var notification = new ReceiptNotification(id, from, to, at, headersBefore, verdicts);
        aws.topics()
                .publish(
                        rule.topicArn(),
                        "Amazon SES Email Receipt Notification",
                        notification.json(rule, key).toString());
        return id;
    }

    private record Envelope(String id, String from, List<String> to, String helo, Instant at) {}

    private static void addHeaders(MailBytes mail, Envelope envelope, String author, VerdictHeader verdicts) {
        var sender = envelope.from().isEmpty() ? "postmaster@" + envelope.helo() : envelope.from();
        var spfDomain = verdicts.aligned() ? sender.substring(sender.lastIndexOf('@') + 1) : "mailer.invalid";
        var envelopeFrom = verdicts.aligned() ? sender : "bounces@mailer.invalid";
        var spf = verdicts.result(VerdictHeader.Check.SPF);
        var spfText = spf + " (spfCheck: domain of " + spfDomain
                + (spf.equals("pass") ? " designates" : " does not designate")
                + " 127.0.0.1 as permitted sender) client-ip=127.0.0.1; envelope-from=" + envelopeFrom + "; helo="
                + envelope.helo() + ";";
        var dkimDomain = author == null ? "" : " header.i=@" + (verdicts.aligned() ? author : "mailer.invalid");
        mail.prepend(
                "Authentication-Results",
                "amazonses.com;\r\n spf=" + spfText + "\r\n dkim=" + verdicts.result(VerdictHeader.Check.DKIM)
                        + dkimDomain
                        + ";\r\n dmarc=" + verdicts.result(VerdictHeader.Check.DMARC)
                        + (author == null ? "" : " header.from=" + author) + ";");
        mail.prepend("Received-SPF", spfText);
        mail.prepend("X-SES-RECEIPT", "AEFBQUFBQUFBQUFBbG9jYWw=");
        mail.prepend("X-SES-Virus-Verdict", verdicts.of(VerdictHeader.Check.VIRUS));
        mail.prepend("X-SES-Spam-Verdict", verdicts.of(VerdictHeader.Check.SPAM));
        mail.prepend(
                "Received",
                "from " + envelope.helo() + " (" + envelope.helo()
                        + " [127.0.0.1])\r\n by inbound-smtp.eu-west-1.amazonaws.com with SMTP id " + envelope.id()
                        + "\r\n for " + envelope.to().getFirst() + ";\r\n "
                        + DATE.format(envelope.at().atZone(ZoneOffset.UTC)));
        mail.prepend("Return-Path", "<" + envelope.from() + ">");
    }

    /** The domain of the one author, or null. */
    private static String authorDomain(String from) {
        if (from == null) {
            return null;
        }
        var authors = LenientAddressParser.DEFAULT.parseAddressList(from).flatten();
        return authors.isEmpty() || authors.getFirst().getDomain() == null
                ? null
                : authors.getFirst().getDomain().toLowerCase(Locale.ROOT);
    }
}
