package guichet.inbound;

import guichet.core.command.TicketStore;
import guichet.core.desk.Desk;
import guichet.core.intake.HoldMail;
import guichet.core.intake.Intake;
import guichet.core.intake.IntakeResult;
import guichet.core.intake.ReadingOptions;
import guichet.core.intake.Receiving;
import guichet.core.mail.MailReader;
import guichet.core.mail.MaskedMail;
import guichet.core.people.Directory;
import guichet.inbound.OpenedMail.ForDesk;
import guichet.runtime.SigningKeySource;
import guichet.store.DynamoTicketStore;
import guichet.store.TicketBatch;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Each raw mail goes from the inbox to the desks that its envelope names, and then to where it is kept. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long BYTES_AHEAD = 2 << 20;

    @Inject
    RawMails rawMails;

    @Inject
    AttachmentFiles files;

    @Inject
    Desks desks;

    @Inject
    DynamoTicketStore tickets;

    @Inject
    Directory directory;

    @Inject
    HoldMail held;

    @Inject
    SigningKeySource keys;

    /** The mails that are read before the first is taken, up to so many bytes; larger ones are read on their turn. */
    ReadAhead readAhead(List<Delivery> deliveries) {
        var opened = new HashMap<Delivery, Optional<OpenedMail>>();
        long bytes = 0;
        for (var delivery : deliveries) {
            if (bytes < BYTES_AHEAD) {
                try {
                    var mail = open(delivery);
                    opened.put(delivery, mail);
                    bytes += mail.map(OpenedMail::raw).map(raw -> raw.length).orElse(0);
                } catch (RuntimeException e) {
                    LOG.debugf(e, "%s fails again on its turn, and alone", delivery.key());
                }
            }
        }
        return new ReadAhead(opened, new TicketBatch(tickets), directory);
    }

    private Optional<OpenedMail> open(Delivery delivery) {
        return rawMails.read(delivery).map(raw -> {
            var recipients = delivery.recipients().isEmpty()
                    ? EnvelopeRecipients.fromHeaders(MailReader.read(raw), raw)
                    : delivery.recipients();
            return new OpenedMail(raw, recipients, forDesks(raw, recipients));
        });
    }

    /** The mail as each desk reads it that the envelope names, by the first address that names it. */
    private List<ForDesk> forDesks(byte[] raw, List<String> recipients) {
        var found = new LinkedHashMap<Desk, String>();
        for (var recipient : recipients) {
            desks.ofAddress(recipient).ifPresent(desk -> found.putIfAbsent(desk, recipient));
        }
        return found.entrySet().stream()
                .map(named -> new ForDesk(
                        named.getKey(), named.getValue(), MailReader.read(raw, ReadingOptions.of(named.getKey()))))
                .toList();
    }

    /**
     * @return whether it can go from the inbox now. The same delivery twice changes nothing the second time: the mail
     *     is gone from the inbox, or known to its desk.
     */
    boolean take(Delivery delivery, ReadAhead ahead) {
        var opened = ahead.take(delivery, this::open);
        if (opened.isEmpty()) {
            LOG.infof("%s is no longer in the inbox: it was taken before", delivery.key());
            return false;
        }
        var mail = opened.get();
        if (mail.desks().isEmpty()) {
            LOG.errorf(
                    "%s is for no desk of this deployment (%d recipients); it is kept under unrouted/",
                    delivery.key(), mail.recipients().size());
            rawMails.keepUnrouted(delivery, MaskedMail.of(mail.raw()));
            return true;
        }
        var masked = mail.desks().stream()
                .map(forDesk -> take(delivery, mail.raw(), forDesk, ahead.tickets()))
                .flatMap(Optional::stream)
                .toList();
        rawMails.keep(delivery, mail.raw(), masked.stream().findFirst());
        return true;
    }

    /** @return the mail as it may be kept, where something in it was masked */
    private Optional<byte[]> take(Delivery delivery, byte[] raw, ForDesk forDesk, TicketStore store) {
        var desk = forDesk.desk();
        var mail = forDesk.mail();
        var kept = files.keep(desk, mail);
        var received = Receiving.of(
                        desk,
                        forDesk.recipient(),
                        delivery.at(),
                        mail,
                        kept.attachments(),
                        kept.refused(),
                        rawMails.keptAt(delivery))
                .letIn(delivery.letInBy());
        var result = new Intake(desk, store, directory, held, keys.get()).receive(received);
        LOG.infof("%s for %s: %s", delivery.key(), desk.id(), describe(result));
        return mail.masked() > 0 && desk.mail().maskSecrets() ? Optional.of(MaskedMail.of(raw)) : Optional.empty();
    }

    /** A held mail that somebody let in, for the desk that held it alone; it is kept already. */
    void letIn(Desk desk, Delivery delivery) {
        var raw = rawMails.read(delivery)
                .orElseThrow(() -> new IllegalStateException(delivery.key() + " was held, and is not kept"));
        take(
                delivery,
                raw,
                new ForDesk(desk, desk.address(), MailReader.readKept(raw, ReadingOptions.of(desk))),
                tickets);
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
