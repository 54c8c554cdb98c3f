package guichet.notifier;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Actor;
import guichet.core.ticket.TicketId;
import guichet.store.Aws;
import guichet.store.DynamoTicketStore;
import guichet.store.NoticeKey;
import guichet.store.NoticeLedger;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What SES tells of a mail: that it went out; that it came back for good, or that its reader complained, so that no
 * more is sent there.
 */
@ApplicationScoped
class Feedback {
    private static final Logger LOG = Logger.getLogger(Feedback.class);
    private static final String SENT = "Send";
    private static final int LONGEST = 300;

    @Inject
    NoticeLedger ledger;

    @Inject
    Senders senders;

    @Inject
    DynamoTicketStore tickets;

    @Inject
    Desks desks;

    @Inject
    Aws aws;

    /**
     * Nearly every notice was settled by its sender before SES's own word comes: one read for the batch tells which
     * were not.
     */
    Set<NoticeKey> unsettled(List<SesEvent> events) {
        var keys = events.stream()
                .filter(event -> SENT.equals(event.eventType()))
                .map(Feedback::key)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return keys.isEmpty() ? Set.of() : ledger.unsettled(keys);
    }

    private static Optional<NoticeKey> key(SesEvent event) {
        return event.mail() == null || event.mail().tags() == null
                ? Optional.empty()
                : event.mail().tags().getOrDefault(SesMailer.TAG, List.of()).stream()
                        .findFirst()
                        .flatMap(NoticeKey::ofTag);
    }

    void hear(SesEvent event, Set<NoticeKey> unsettled) {
        var key = key(event);
        switch (event.eventType() == null ? "" : event.eventType()) {
            case SENT -> key.filter(unsettled::contains).ifPresent(notice -> sent(notice, event));
            case "Bounce" -> {
                var bounce = event.bounce();
                if (bounce.isPermanent() || bounce.isOfFullMailbox()) {
                    bounce.bouncedRecipients()
                            .forEach(recipient ->
                                    unreachable(key, recipient.emailAddress(), failure(bounce, recipient)));
                }
            }
            case "Complaint" ->
                event.complaint()
                        .complainedRecipients()
                        .forEach(recipient -> unreachable(
                                key,
                                recipient.emailAddress(),
                                DeliveryFailure.forGood(
                                        MailWords.COMPLAINT,
                                        Instant.parse(event.complaint().timestamp()))));
            default -> LOG.debugf("nothing to do for a %s event", event.eventType());
        }
    }

    /** Settles a notice whose sender died before it could say so; for any other the first word stands. */
    private void sent(NoticeKey notice, SesEvent event) {
        var id = SesMailer.messageId(event.mail().messageId(), aws.region().id());
        // In this order: a notice that is settled is known by its id, whoever dies in between.
        event.mail().destination().stream()
                .findFirst()
                .ifPresent(to -> tickets.rememberSent(notice.ticket(), id, MailAddress.kept(to)));
        ledger.sent(notice, id, Instant.parse(event.mail().timestamp()));
    }

    private static LocalizedText shortened(String diagnostic) {
        return LocalizedText.same(diagnostic.length() > LONGEST ? diagnostic.substring(0, LONGEST) + "…" : diagnostic);
    }

    private static DeliveryFailure failure(SesEvent.Bounce bounce, SesEvent.Recipient recipient) {
        var at = Instant.parse(bounce.timestamp());
        var reason = Optional.ofNullable(recipient.diagnosticCode())
                .map(Feedback::shortened)
                .orElse(MailWords.BOUNCE);
        return bounce.isOfFullMailbox()
                ? DeliveryFailure.forAWhile(reason, at)
                : DeliveryFailure.of(Optional.ofNullable(recipient.status()).orElse(""), reason, at);
    }

    private void unreachable(Optional<NoticeKey> notice, String recipient, DeliveryFailure failure) {
        var address = MailAddress.kept(recipient);
        if (senders.markUnreachable(address, failure)) {
            notice.map(NoticeKey::ticket).ifPresent(ticket -> mark(ticket, address, failure));
        }
    }

    private void mark(TicketId ticket, String address, DeliveryFailure failure) {
        var desk = desks.desk(ticket.desk()).orElseThrow(() -> new IllegalStateException("no desk for " + ticket));
        switch (new CommandHandler(tickets)
                .change(desk, ticket, new Command.MarkUnreachable(Actor.ROBOT, address, failure), failure.at())) {
            case Outcome.Done _, Outcome.NotFound _ -> LOG.infof("%s: an address is marked as unreachable", ticket);
            case Outcome.Refused _, Outcome.Changed _, Outcome.Repeated _, Outcome.Claimed _ ->
                throw new IllegalStateException(
                        "marking an address on " + ticket + " had an outcome that it does not have");
        }
    }
}
