package guichet.notifier;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.LoopProtection;
import guichet.core.notice.LoopProtection.Tally;
import guichet.core.notice.Notice;
import guichet.core.notice.TextTemplates;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Ticket;
import guichet.runtime.Metric;
import guichet.runtime.NotYetException;
import guichet.runtime.Settings;
import guichet.runtime.SigningKeySource;
import guichet.store.DynamoTicketStore;
import guichet.store.NoticeKey;
import guichet.store.NoticeLedger;
import guichet.store.NoticeLedger.Claim;
import guichet.store.StoredCommit;
import guichet.store.desks.Desks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends a notice at most once for all that we can know: a lease before, the mail service's id after. Only where a
 * process died between the service's acceptance and our record, and the service's own event did not come either, it may
 * go out twice; that is counted.
 */
@ApplicationScoped
class NoticeSender {
    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    /**
     * For this share of a lease, once it is over, we wait for the mail service's own word that an unaccounted notice
     * went out.
     */
    private static final int WORD_OF_SES = 5;

    private static final String WITHHELD = "withheld";

    enum Result {
        SENT,
        DROPPED,
        WITHHELD,
        THROTTLED
    }

    @Inject
    NoticeLedger ledger;

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

    /**
     * @param unreachable addresses that mail did not reach
     * @param tally of what mail makes us send; whoever takes an expired lease over counts once more: fewer mails, never
     *     more
     * @throws NotYetException if somebody else is sending it: the delivery is then repeated
     */
    Result send(StoredCommit commit, String to, Map<String, DeliveryFailure> unreachable, Tally tally) {
        var notice = commit.notices().stream()
                .filter(told -> told.to().address().equals(to))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("commit " + commit.id() + " tells " + to + " nothing"));
        var desk = desks.desk(commit.ticket().id().desk())
                .orElseThrow(() -> new IllegalStateException(
                        "no desk for " + commit.ticket().id()));
        var last = commit.events().getLast();
        var key = NoticeKey.of(commit.ticket().id(), last.seq(), last.at(), to);
        var now = clock.instant();
        var why = Optional.ofNullable(unreachable.get(to))
                .filter(failure -> failure.holds(now))
                .map(failure -> MailWords.UNREACHABLE.with(failure.reason()));
        return switch (ledger.claim(key, now)) {
            case Claim.Sent _ -> Result.DROPPED;
            case Claim.Busy busy ->
                throw new NotYetException("notice " + key.tag() + " is being sent until " + busy.until());
            case Claim.Expired expired
            when now.isBefore(expired.until().plus(ledger.lease().dividedBy(WORD_OF_SES))) ->
                throw new NotYetException(
                        "notice " + key.tag() + " may have gone out; waiting for the mail service's word");
            case Claim.Expired expired -> resend(key, expired, commit, notice, desk, why, now, tally);
            case Claim.Yours _ -> send(key, commit, notice, desk, why, now, tally);
        };
    }

    private Result resend(
            NoticeKey key,
            Claim.Expired expired,
            StoredCommit commit,
            Notice notice,
            Desk desk,
            Optional<LocalizedText> unreachable,
            Instant now,
            Tally tally) {
        return switch (ledger.takeOver(key, expired, now)) {
            case Claim.Yours yours -> {
                Metric.put("NoticesResent", "Count", 1, now, Map.of("notice", key.tag(), "tries", yours.tries()));
                yield send(key, commit, notice, desk, unreachable, now, tally);
            }
            case Claim.Sent _ -> Result.DROPPED;
            case Claim.Busy _, Claim.Expired _ ->
                throw new NotYetException("somebody else took notice " + key.tag() + " over");
        };
    }

    private Result send(
            NoticeKey key,
            StoredCommit commit,
            Notice notice,
            Desk desk,
            Optional<LocalizedText> unreachable,
            Instant now,
            Tally tally) {
        var reason = unreachable
                .filter(_ -> !notice.staff())
                .or(() ->
                        LoopProtection.whyNot(desk, commit.ticket(), commit.events(), notice, commit.notices(), tally));
        if (reason.isPresent()) {
            withhold(commit, notice, desk, reason.get());
            ledger.sent(key, WITHHELD, now);
            return Result.WITHHELD;
        }
        var whole = commit.cut().isEmpty() ? commit : tickets.whole(commit);
        var portal = Optional.of(Settings.optional("GUICHET_PORTAL_URL", "")).filter(url -> !url.isBlank());
        var content = MailContent.of(
                desk, whole.ticket(), whole.events(), notice, organization(desk, whole.ticket(), notice), portal);
        var raw = MailWriter.write(desk, whole.ticket(), notice, content, keys.get());
        var sent = mailer.send(desk.address(), notice.to().address(), key.tag(), raw);
        if (sent.isEmpty()) {
            ledger.release(key);
            LoopProtection.giveBack(desk, commit.ticket(), commit.events(), notice, commit.notices(), tally);
            return Result.THROTTLED;
        }
        ledger.settle(key, sent.get(), notice.to().address(), now);
        // Staff are written to despite a mark: that mail leaves says nothing of whether it arrives.
        if (!notice.staff()
                && commit.ticket().unreachable().contains(notice.to().address())) {
            lifted(commit, notice, desk);
        }
        return Result.SENT;
    }

    /**
     * The mark was the address's, and it was lifted elsewhere or by time: its ticket hears of it with the first mail.
     */
    private void lifted(StoredCommit commit, Notice notice, Desk desk) {
        new CommandHandler(tickets)
                .change(
                        desk,
                        commit.ticket().id(),
                        new Command.MarkReachable(Actor.ROBOT, notice.to().address(), MailWords.WRITTEN_AGAIN),
                        commit.events().getLast().at());
    }

    /** By its name, looked up only where the text asks for it; one that the directory no longer knows by its id. */
    private Optional<String> organization(Desk desk, Ticket ticket, Notice notice) {
        return ticket.organization()
                .filter(_ -> notice.text()
                        .filter(text -> TextTemplates.asksFor(desk, text, "organization"))
                        .isPresent())
                .map(id -> directory
                        .organization(desk.id(), id)
                        .map(Organization::name)
                        .orElse(id));
    }

    /**
     * Said on the ticket, at the commit's own time, whose hour and day are counted by; nobody is told by mail of a mail
     * that was not sent.
     */
    private void withhold(StoredCommit commit, Notice notice, Desk desk, LocalizedText reason) {
        LOG.warnf("a notice of %s was withheld: %s", commit.ticket().id(), reason.en());
        new CommandHandler(tickets)
                .change(
                        desk,
                        commit.ticket().id(),
                        new Command.Withhold(Actor.ROBOT, notice.to().address(), reason),
                        commit.events().getLast().at());
    }
}
