package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.Classification;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailKind;
import guichet.core.mail.Mailbox;
import guichet.core.mail.SenderAuthentication;
import guichet.core.mail.Verdicts;
import guichet.core.mail.Verdicts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mail without raw bytes, as stories and tests have it: of an authenticated sender. */
public final class PlainMail {
    private final String messageId;
    private final String from;
    private final List<String> copies = new ArrayList<>();
    private String subject = "";
    private String text = "";
    private Optional<String> answered = Optional.empty();
    private Classification classification = new Classification(MailKind.NORMAL, "Nothing marks it as automatic.");

    /** @param messageId bare; another mail has another @param from an address; empty for nobody's */
    public PlainMail(String messageId, String from) {
        this.messageId = messageId;
        this.from = from;
    }

    public PlainMail copiedTo(List<String> addresses) {
        copies.addAll(addresses);
        return this;
    }

    public PlainMail says(String words, String more) {
        subject = words;
        text = more;
        return this;
    }

    /** @param id bare */
    public PlainMail answering(String id) {
        answered = Optional.of(id);
        return this;
    }

    public PlainMail automatic(String reason) {
        classification = new Classification(MailKind.AUTOMATIC, reason);
        return this;
    }

    /** As it comes to one of the desk's addresses; a client puts the address that it replies to into To. */
    public InboundMail to(Desk desk, String recipient, Instant at) {
        return InboundMail.of(desk, recipient, at, "", Optional.empty(), mail(recipient));
    }

    private IncomingMail mail(String recipient) {
        return new IncomingMail(
                from.isEmpty() ? Mailbox.NOBODY : mailbox(from),
                List.of(mailbox(recipient)),
                copies.stream().map(PlainMail::mailbox).toList(),
                List.of(),
                List.of(),
                subject,
                Optional.empty(),
                messageId,
                answered.stream().toList(),
                List.of(),
                classification,
                text,
                text,
                "",
                "",
                List.of(),
                new SenderAuthentication(true, false, "It is said to be so."),
                new Verdicts(Verdict.UNKNOWN, Verdict.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                "fingerprint of " + messageId,
                0,
                List.of());
    }

    private static Mailbox mailbox(String address) {
        return new Mailbox(address, "", true);
    }
}
