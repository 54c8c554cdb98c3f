package guichet.store;

import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * All that the table holds of one ticket, in readable form: for whoever operates the helpdesk, since packed items
 * cannot be read at the AWS console. Bodies are as the table has them: of a long one, the beginning.
 */
public record TicketDump(Ticket ticket, Optional<Instant> due, List<StoredCommit> commits, List<SentNotice> notices) {
    private static final int ALL = Integer.MAX_VALUE;

    /**
     * A notice that a commit decided on.
     *
     * @param seq of the commit's last event
     * @param text name of the desk's text; empty: the messages alone
     * @param state {@code sent}, {@code being sent} or {@code not sent}; of one older than 45 days, which the ledger
     *     forgets, the last
     * @param id under which the mail service sent it
     */
    public record SentNotice(long seq, String to, Optional<String> text, String state, Optional<String> id) {}

    /** Empty for a ticket that is not there. */
    public static Optional<TicketDump> read(DynamoDbClient db, String table, TicketId id, Instant now) {
        var head = db.getItem(get ->
                get.tableName(table).key(Attr.key(Keys.ticket(id), Keys.ALONE)).consistentRead(true));
        if (!head.hasItem()) {
            return Optional.empty();
        }
        var ledger = new NoticeLedger(db, table);
        var commits = new DynamoTicketStore(db, table, Blobs.NONE, () -> "").commits(id, 0, ALL);
        var notices = commits.stream()
                .flatMap(commit -> commit.notices().stream().map(notice -> {
                    var last = commit.events().getLast();
                    var standing = ledger.find(
                            NoticeKey.of(id, last.seq(), last.at(), notice.to().address()), now);
                    return new SentNotice(
                            last.seq(),
                            notice.to().address(),
                            notice.text(),
                            standing.map(TicketDump::words).orElse("not sent"),
                            standing.filter(NoticeLedger.Claim.Sent.class::isInstance)
                                    .map(sent -> ((NoticeLedger.Claim.Sent) sent).messageId()));
                }))
                .toList();
        return Optional.of(
                new TicketDump(HeadItem.read(head.item()), Attr.instant(head.item(), Keys.DUE_AT), commits, notices));
    }

    /** The written form of what the table keeps, as JSON in UTF-8. */
    public byte[] json() {
        return ItemJson.write(this);
    }

    private static String words(NoticeLedger.Claim claim) {
        return claim instanceof NoticeLedger.Claim.Sent ? "sent" : "being sent";
    }
}
