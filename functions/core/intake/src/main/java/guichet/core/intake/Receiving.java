package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.Mailbox;
import guichet.core.mail.ThreadingHints;
import guichet.core.mail.Verdicts.Verdict;
import guichet.core.text.Cut;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Redaction;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** From a mail as it was read to a mail as a desk takes it. */
public final class Receiving {
    /** The table and a reader's patience have limits; the whole of it stays in the raw mail. */
    private static final int LONGEST_TEXT = 1_000_000;
    /** A page with it, and the links to its pictures, stays within the 6 MB that Lambda answers. */
    private static final int LONGEST_HTML = 1_000_000;

    private Receiving() {}

    /**
     * @param recipient address of the desk in the envelope
     * @param at when the mail service took it
     * @param files of the mail, as they were put away
     * @param refused its other files
     */
    public static InboundMail of(
            Desk desk,
            String recipient,
            Instant at,
            IncomingMail mail,
            List<Attachment> files,
            List<RefusedFile> refused,
            String rawKey) {
        var hints = ThreadingHints.of(mail);
        var tags = hints.tags().stream()
                .map(tag -> new TicketId(tag.desk(), tag.number()))
                .toList();
        var redaction = new Redaction(desk.mail().maskSecrets() ? mail.masked() : 0, refused);
        var remarks = new ArrayList<>(Remarks.ofReading(desk, mail.remarks()));
        if (mail.html().length() > LONGEST_HTML) {
            remarks.add(Remarks.htmlTooLong(desk));
        }
        return new InboundMail(
                recipient,
                at,
                person(mail.from()),
                others(mail),
                messageId(mail),
                hints.ancestors().reversed(),
                tags,
                hints.subject().isBlank() ? mail.subject() : hints.subject(),
                body(mail, files),
                mail.fingerprint(),
                kind(mail),
                mail.classification().reason(),
                mail.authentication().authenticated(),
                silent(mail),
                mail.verdicts().spam() == Verdict.FAIL,
                mail.verdicts().virus() == Verdict.FAIL,
                failure(mail),
                rawKey,
                Optional.of(redaction).filter(found -> !found.isEmpty()),
                remarks,
                Optional.empty());
    }

    private static Body body(IncomingMail mail, List<Attachment> files) {
        return new Body(
                Cut.to(LONGEST_TEXT, mail.visible()),
                Cut.to(LONGEST_TEXT, mail.quoted()),
                Optional.of(mail.html()).filter(html -> !html.isBlank() && html.length() <= LONGEST_HTML),
                files);
    }

    /** A mail without an id gets one from what it says, so that its repeat is recognised. */
    public static String messageId(IncomingMail mail) {
        return mail.messageId().isBlank() ? mail.fingerprint() + ".without-id@guichet" : mail.messageId();
    }

    public static Person person(Mailbox mailbox) {
        return new Person(mailbox.valid() ? mailbox.address() : mailbox.reachable(), mailbox.name());
    }

    private static List<Person> others(IncomingMail mail) {
        var from = mail.from().address().toLowerCase(Locale.ROOT);
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .filter(Mailbox::valid)
                .map(Receiving::person)
                .filter(person -> !person.address().equals(from))
                .distinct()
                .toList();
    }

    private static InboundMail.Kind kind(IncomingMail mail) {
        return switch (mail.kind()) {
            case NORMAL -> InboundMail.Kind.NORMAL;
            case AUTOMATIC -> InboundMail.Kind.AUTOMATIC;
            case BOUNCE -> InboundMail.Kind.BOUNCE;
            case MAILING -> InboundMail.Kind.MAILING;
        };
    }

    private static Optional<String> silent(IncomingMail mail) {
        return mail.authentication().dmarcFailed()
                ? Optional.of(mail.authentication().reason())
                : mail.verdicts().virus() == Verdict.FAIL
                        ? Optional.of("it carries a virus")
                        : mail.verdicts().spam() == Verdict.FAIL ? Optional.of("it is spam") : Optional.empty();
    }

    private static Optional<InboundMail.Failure> failure(IncomingMail mail) {
        return mail.bounce()
                .map(bounce -> new InboundMail.Failure(
                        bounce.permanent()
                                ? bounce.recipients().stream()
                                        .map(address -> address.toLowerCase(Locale.ROOT))
                                        .toList()
                                : List.of(),
                        Optional.of(bounce.originalMessageId()).filter(id -> !id.isBlank()),
                        bounce.diagnostic().isBlank() ? bounce.status() : bounce.diagnostic()));
    }
}
