package guichet.inbound;

import guichet.core.desk.Desk;
import guichet.core.intake.HeldMails;
import guichet.core.intake.Intake;
import guichet.core.intake.IntakeResult;
import guichet.core.intake.ReadingOptions;
import guichet.core.intake.Receiving;
import guichet.core.mail.MailReader;
import guichet.core.mail.MaskedMail;
import guichet.core.people.Directory;
import guichet.core.ticket.TicketStore;
import guichet.runtime.SigningKeySource;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Each raw mail goes from the inbox to the desks that its envelope names, and then to where it is kept. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    @Inject
    RawMails rawMails;

    @Inject
    AttachmentFiles files;

    @Inject
    Desks desks;

    @Inject
    TicketStore tickets;

    @Inject
    Directory directory;

    @Inject
    HeldMails held;

    @Inject
    SigningKeySource keys;

    /** @return whether it can go from the inbox now. The same delivery twice changes nothing the second time: the mail is gone from the inbox, or known to its desk. */
    boolean take(Delivery delivery) {
        var raw = rawMails.read(delivery);
        if (raw.isEmpty()) {
            LOG.infof("%s is no longer in the inbox: it was taken before", delivery.key());
            return false;
        }
        var recipients = delivery.recipients().isEmpty() ? Recipients.fromHeaders(MailReader.read(raw.get()), raw.get()) : delivery.recipients();
        var desksFor = desksFor(recipients);
        if (desksFor.isEmpty()) {
            LOG.errorf("%s is for no desk of this deployment (%d recipients); it is kept under unrouted/", delivery.key(), recipients.size());
            rawMails.keepUnrouted(delivery, MaskedMail.of(raw.get()));
            return true;
        }
        var masked = desksFor.entrySet().stream().map(entry -> take(delivery, raw.get(), entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream).toList();
        rawMails.keep(delivery, raw.get(), masked.stream().findFirst());
        return true;
    }

    /** The desks that the envelope names, each with the address that named it. */
    private Map<Desk, String> desksFor(List<String> recipients) {
        var found = new LinkedHashMap<Desk, String>();
        for (var recipient : recipients) {
            desks.ofAddress(recipient).ifPresent(desk -> found.putIfAbsent(desk, recipient));
        }
        return found;
    }

    /** @return the mail as it may be kept, where something in it was masked */
    private Optional<byte[]> take(Delivery delivery, byte[] raw, Desk desk, String recipient) {
        var mail = MailReader.read(raw, ReadingOptions.of(desk));
        var kept = files.keep(desk, mail);
        var received = Receiving.of(desk, recipient, delivery.at(), mail, kept.attachments(), kept.refused(), rawMails.keptAt(delivery)).letIn(delivery.letInBy());
        var result = new Intake(desk, tickets, directory, held, keys.get()).receive(received);
        LOG.infof("%s for %s: %s", delivery.key(), desk.id(), describe(result));
        return mail.masked() > 0 && desk.mail().maskSecrets() ? Optional.of(MaskedMail.of(raw)) : Optional.empty();
    }

    /** A held mail that somebody let in, for the desk that held it alone; it is kept already. */
    void letIn(Desk desk, Delivery delivery) {
        var raw = rawMails.read(delivery).orElseThrow(() -> new IllegalStateException(delivery.key() + " was held, and is not kept"));
        take(delivery, raw, desk, desk.address());
    }

    private static String describe(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Opened opened -> "opened " + opened.ticket() + " (" + opened.why() + ")";
            case IntakeResult.Joined joined -> "joined " + joined.ticket() + " by " + joined.why();
            case IntakeResult.Ignored ignored -> "ignored: " + ignored.why();
            case IntakeResult.Held held -> "held: " + held.why();
            case IntakeResult.KeptOut kept -> "kept out: " + kept.why();
        };
    }
}
