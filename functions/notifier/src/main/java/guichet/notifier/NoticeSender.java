package guichet.notifier;

import guichet.core.desk.Desk;
import guichet.core.desk.Words;
import guichet.core.notice.LoopProtection;
import guichet.core.notice.Notice;
import guichet.core.notice.Texts;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Command;
import guichet.core.ticket.CommandHandler;
import guichet.core.ticket.Ticket;
import guichet.runtime.Metric;
import guichet.runtime.Settings;
import guichet.runtime.SigningKeySource;
import guichet.store.Committed;
import guichet.store.DynamoTicketStore;
import guichet.store.LoopTally;
import guichet.store.NoticeKey;
import guichet.store.NoticeLedger;
import guichet.store.NoticeLedger.Claim;
import guichet.store.Senders;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sends a notice at most once for all that we can know: a lease before, the mail service's id after. Only where a process died between the
 * service's acceptance and our record, and the service's own event did not come either, it may go out twice; that is counted.
 */
@ApplicationScoped
class NoticeSender {
    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    /** For this share of a lease, once it is over, we wait for the mail service's own word that an unaccounted notice went out. */
    private static final int WORD_OF_SES = 5;
    private static final String WITHHELD = "withheld";

    enum Result { SENT, DROPPED, WITHHELD, THROTTLED }

    @Inject
    DynamoDbClient db;

    @Inject
    DynamoTicketStore tickets;

    @Inject
    Desks desks;

    @Inject
    Directory directory;

    @Inject
    SigningKeySource keys;

    @Inject
    SesMailer mailer;

    @Inject
    InstantSource clock;

    /** @throws IllegalStateException if somebody else is sending it: the delivery is then repeated */
    Result send(Committed commit, String to) {
        var notice = commit.notices().stream().filter(told -> told.to().address().equals(to)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("commit " + commit.id() + " tells " + to + " nothing"));
        var desk = desks.desk(commit.ticket().id().desk()).orElseThrow(() -> new IllegalStateException("no desk for " + commit.ticket().id()));
        var last = commit.events().getLast();
        var key = NoticeKey.of(commit.ticket().id(), last.seq(), last.at(), to);
        var lease = lease();
        var ledger = new NoticeLedger(db, Settings.required("GUICHET_TABLE"), lease);
        var now = clock.instant();
        return switch (ledger.claim(key, now)) {
            case Claim.Sent _ -> Result.DROPPED;
            case Claim.Busy busy -> throw new IllegalStateException("notice " + key.tag() + " is being sent until " + busy.until());
            case Claim.Expired expired when now.isBefore(expired.until().plus(lease.dividedBy(WORD_OF_SES))) ->
                    throw new IllegalStateException("notice " + key.tag() + " may have gone out; waiting for the mail service's word");
            case Claim.Expired expired -> resend(ledger, key, expired, commit, notice, desk, now);
            case Claim.Yours _ -> send(ledger, key, commit, notice, desk, now);
        };
    }

    /** Tests that kill senders shorten it. */
    private static Duration lease() {
        return Duration.parse(Settings.optional("GUICHET_NOTICE_LEASE", NoticeLedger.LEASE.toString()));
    }

    private Result resend(NoticeLedger ledger, NoticeKey key, Claim.Expired expired, Committed commit, Notice notice, Desk desk, Instant now) {
        return switch (ledger.takeOver(key, expired, now)) {
            case Claim.Yours yours -> {
                Metric.put("NoticesResent", "Count", 1, now, Map.of("notice", key.tag(), "tries", yours.tries()));
                yield send(ledger, key, commit, notice, desk, now);
            }
            case Claim.Sent _ -> Result.DROPPED;
            case Claim.Busy _, Claim.Expired _ -> throw new IllegalStateException("somebody else took notice " + key.tag() + " over");
        };
    }

    private Result send(NoticeLedger ledger, NoticeKey key, Committed commit, Notice notice, Desk desk, Instant now) {
        var reason = whyNot(commit, notice, desk);
        if (reason.isPresent()) {
            withhold(commit, notice, desk, reason.get());
            ledger.sent(key, WITHHELD, now);
            return Result.WITHHELD;
        }
        var whole = commit.cut().isEmpty() ? commit : tickets.whole(commit);
        var portal = Optional.of(Settings.optional("GUICHET_PORTAL_URL", "")).filter(url -> !url.isBlank());
        var content = MailContent.of(desk, whole.ticket(), whole.events(), notice, organization(desk, whole.ticket(), notice), portal);
        var raw = MailWriter.write(desk, whole.ticket(), notice, content, keys.get());
        var sent = mailer.send(desk.address(), notice.to().address(), key.tag(), raw);
        if (sent.isEmpty()) {
            ledger.release(key);
            LoopProtection.giveBack(desk, commit.ticket(), commit.events(), notice, tally());
            return Result.THROTTLED;
        }
        // In this order: a notice that is settled is known by its id, whoever dies in between.
        tickets.rememberSent(commit.ticket().id(), sent.get());
        ledger.sent(key, sent.get(), now);
        return Result.SENT;
    }

    /** By its name, looked up only where the text asks for it; one that the directory no longer knows by its id. */
    private Optional<String> organization(Desk desk, Ticket ticket, Notice notice) {
        return ticket.organization().filter(_ -> notice.text().filter(text -> Texts.asksFor(desk, text, "organization")).isPresent())
                .map(id -> directory.organization(desk.id(), id).map(Organization::name).orElse(id));
    }

    /** Whoever takes an expired lease over counts once more: fewer mails, never more. */
    private Optional<Words> whyNot(Committed commit, Notice notice, Desk desk) {
        if (notice.staff()) {
            return Optional.empty();
        }
        return new Senders(db, Settings.required("GUICHET_TABLE")).unreachable(notice.to().address())
                .map(unreachable -> new Words("les mails à cette adresse n’arrivent pas\u00a0: " + unreachable.reason().fr(),
                        "mail to this address does not arrive: " + unreachable.reason().en()))
                .or(() -> LoopProtection.whyNot(desk, commit.ticket(), commit.events(), notice, tally()));
    }

    private LoopTally tally() {
        return new LoopTally(db, Settings.required("GUICHET_TABLE"));
    }

    /** Said on the ticket, at the commit's own time, whose hour and day are counted by; nobody is told by mail of a mail that was not sent. */
    private void withhold(Committed commit, Notice notice, Desk desk, Words reason) {
        LOG.warnf("a notice of %s was withheld: %s", commit.ticket().id(), reason.en());
        new CommandHandler(tickets).change(desk, commit.ticket().id(), new Command.Withhold(Actor.ROBOT, notice.to().address(), reason),
                commit.events().getLast().at());
    }
}
