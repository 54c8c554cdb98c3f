package guichet.inbound;

import guichet.core.command.TicketStore;
import guichet.core.desk.Desk;
import guichet.core.intake.EnvelopeRecipients;
import guichet.core.intake.HoldMail;
import guichet.core.intake.InboundMail;
import guichet.core.intake.Intake;
import guichet.core.intake.IntakeResult;
import guichet.core.intake.UnreachableAddresses;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.mail.MailReader;
import guichet.core.mail.MaskedMail;
import guichet.core.people.Directory;
import guichet.inbound.InboundMessage.Delivery;
import guichet.inbound.ReadAhead.OpenedMail;
import guichet.runtime.SigningKeySource;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import guichet.store.FileStore;
import guichet.store.HeldMail;
import guichet.store.Senders;
import guichet.store.TicketBatch;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Each raw mail goes from the inbox to the desks that its envelope names, and then to where it is kept. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long BYTES_AHEAD = 2 << 20;

    @Inject
    RawMails rawMails;

    @Inject
    Blobs files;

    @Inject
    Desks desks;

    @Inject
    DynamoTicketStore tickets;

    @Inject
    Directory directory;

    @Inject
    HoldMail held;

    @Inject
    Senders senders;

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
        return new ReadAhead(opened, new TicketBatch(tickets), directory, senders);
    }

    private Optional<OpenedMail> open(Delivery delivery) {
        return rawMails.read(delivery).map(raw -> {
            var recipients = delivery.recipients().isEmpty()
                    ? EnvelopeRecipients.fromHeaders(MailReader.read(raw), raw)
                    : delivery.recipients();
            return new OpenedMail(raw, recipients, readByDesks(delivery, raw, recipients));
        });
    }

    /** The mail as each desk reads it that the envelope names, by the first address that names it. */
    private List<InboundMail> readByDesks(Delivery delivery, byte[] raw, List<String> recipients) {
        var found = new LinkedHashMap<Desk, String>();
        for (var recipient : recipients) {
            desks.ofAddress(recipient).ifPresent(desk -> found.putIfAbsent(desk, recipient));
        }
        return found.entrySet().stream()
                .map(named -> InboundMail.read(
                                named.getKey(), named.getValue(), delivery.at(), rawMails.keptAt(delivery), raw)
                        .amongDesks(deskAddresses()))
                .toList();
    }

    private Set<String> deskAddresses() {
        return desks.all().stream().flatMap(desk -> desk.addresses().stream()).collect(Collectors.toSet());
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
        if (mail.mails().isEmpty()) {
            LOG.errorf(
                    "%s is for no desk of this deployment (%d recipients); it is kept under unrouted/",
                    delivery.key(), mail.recipients().size());
            rawMails.keepUnrouted(delivery, MaskedMail.of(mail.raw()));
            return true;
        }
        mail.mails().forEach(inbound -> take(delivery.key(), inbound, ahead.tickets(), ahead.unreachable()));
        var secrets = mail.mails().stream().anyMatch(InboundMail::holdsSecrets);
        rawMails.keep(delivery, secrets ? MaskedMail.of(mail.raw()) : mail.raw());
        return true;
    }

    /** @param key of the raw mail, as it lies now */
    private void take(String key, InboundMail mail, TicketStore store, UnreachableAddresses unreachable) {
        var desk = mail.desk().id();
        mail.files()
                .kept()
                .forEach(file -> files.put(
                        FileStore.attachmentKey(desk, file.attachment().id()), file.content()));
        var report = new Intake(IntakeRules.POLICY, store, directory, held, unreachable, keys.get()).receive(mail);
        LOG.infof(
                "%s for %s: %s; by the rules %s",
                key,
                desk,
                describe(report.result()),
                String.join(", ", report.trace().fired()));
    }

    /** A held mail that somebody let in, for the desk that held it alone; it is kept already. */
    void letIn(Desk desk, String rawKey, HeldMail.Decision decision) {
        var raw = rawMails.readKept(rawKey)
                .orElseThrow(() -> new IllegalStateException(rawKey + " was held, and is not kept"));
        var mail = InboundMail.readHeld(desk, decision.at(), decision.by(), rawKey, raw)
                .amongDesks(deskAddresses());
        take(rawKey, mail, tickets, new UnreachableInTable(senders, List.of(mail)));
    }

    private static String describe(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Opened opened -> "opened " + opened.ticket() + " (" + opened.why() + ")";
            case IntakeResult.Refused refused -> "refused on " + refused.ticket() + ": " + refused.why();
            case IntakeResult.Joined joined -> "joined " + joined.ticket() + " by " + joined.why();
            case IntakeResult.Ignored ignored -> "ignored: " + ignored.why();
            case IntakeResult.Held held -> "held: " + held.why();
            case IntakeResult.KeptOut kept -> "kept out: " + kept.why();
        };
    }
}
