package guichet.store;

import guichet.core.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Every key of the one table, and what each is for. Partition key {@code pk}, sort key {@code sk}; every partition key
 * starts with {@link #COMPANY}, so that one table could carry many companies one day.
 *
 * <p>Units: a write unit is 1 KB, twice that in a transaction; a read unit is 4 KB read consistently, half of that
 * otherwise. What an operation costs is pinned by {@code CapacityTest}; the figures below are of a ticket of ordinary
 * size.
 *
 * <table>
 * <caption>Access patterns</caption>
 * <tr><th>what is asked or done</th><th>how</th><th>units</th></tr>
 * <tr><td>a ticket as it is now</td><td>{@code T#desk#n / A}, consistent</td><td>1 read</td></tr>
 * <tr><td>a ticket's history, page by page</td><td>{@code T#desk#n / E#seq} from a seq on, 20 commits</td>
 *   <td>1 read for each 4 KB of packed commits</td></tr>
 * <tr><td>open a ticket by mail</td><td>transaction: head if absent, commit, Message-ID if absent</td>
 *   <td>10 write: 6, and an entry in each of 4 indexes</td></tr>
 * <tr><td>change a ticket</td><td>transaction: head if its version (and due instant) is the one decided on, commit</td>
 *   <td>4 write, and 1 to 2 for each index entry that changes</td></tr>
 * <tr><td>a request carried out before</td><td>{@code I#hash / A}, in the same transaction; gone after 2 days</td>
 *   <td>1 read, 2 write</td></tr>
 * <tr><td>next number of a desk</td><td>{@code C#desk / A}, atomic add</td><td>1 write</td></tr>
 * <tr><td>whose mail is this Message-ID</td>
 *   <td>{@code M#desk#hash / A}, consistent: received, sent, or an ancestor claimed unseen</td>
 *   <td>1 read, 1 write sent, 2 received</td></tr>
 * <tr><td>an organization's tickets, newest first</td><td>index byOrganization, 25 rows</td><td>1 to 2 read</td></tr>
 * <tr><td>a requester's tickets, newest first</td><td>index byRequester, keys alone, and the heads; 25 rows</td>
 *   <td>13 read</td></tr>
 * <tr><td>what awaits the desk in a queue, in order of arrival</td>
 *   <td>index byQueue, sparse, by waiting-since; several queues are merged</td>
 *   <td>1 to 2 read a queue</td></tr>
 * <tr><td>an agent's tickets, open ones first, newest first</td><td>index byOwner, sparse</td><td>1 to 2 read</td></tr>
 * <tr><td>what is due by an instant</td><td>index byDue, sparse, keys only, one query a shard, at most 5,000</td>
 *   <td>0.5 read per 40 due</td></tr>
 * <tr><td>all tickets of a desk, newest first</td><td>no index: heads by number, down from the counter</td>
 *   <td>0.5 read a ticket</td></tr>
 * <tr><td>may this notice be sent, was it</td>
 *   <td>{@code N#desk#hash / hour#ticket#seq}: lease, then the id it went out under; gone after 45 days</td>
 *   <td>2 write</td></tr>
 * <tr><td>mails to an address in an hour</td>
 *   <td>the same items, counted by the hour that their sort key starts with</td>
 *   <td>0.5 read</td></tr>
 * <tr><td>held mails of a desk, oldest first; their expiry</td><td>{@code H#desk / id}; index byDue</td>
 *   <td>0.5 read a page</td></tr>
 * <tr><td>who decided on a sender</td><td>{@code S#desk#address / A}</td><td>0.5 read</td></tr>
 * <tr><td>an address that mail does not reach</td><td>{@code U#address / A}</td><td>0.5 read</td></tr>
 * <tr><td>a person by address; an organization; whose is a domain</td>
 *   <td>{@code P#desk#address / A}, {@code O#desk#id / A}, {@code D#desk#domain / A}</td>
 *   <td>0.5 read each, cached for 2 minutes</td></tr>
 * <tr><td>who signs in with this {@code sub}</td><td>{@code B#sub / A}, consistent</td>
 *   <td>1 read, cached for 2 minutes</td></tr>
 * <tr><td>whose is an address; access approved, or taken back</td>
 *   <td>{@code B@address / A}; both items in one transaction, and those they replace</td>
 *   <td>2 read, 4 to 8 write</td></tr>
 * </table>
 *
 * <p>Indexes (but byRequester and byDue) project what a list shows: subject, state, priority, owner, requester,
 * waitingSince, opened, type. Never the time of the last event, nor clocks: they would rewrite every index at each
 * event. Indexes list, they never decide: read the head before acting.
 */
final class Keys {
    static final String PK = "pk";
    static final String SK = "sk";
    /**
     * TTL, epoch seconds. The table may keep an item for days after it: whoever reads one that matters checks for
     * himself.
     */
    static final String EXPIRES = "expires";

    static final String BY_ORGANIZATION = "byOrganization";
    static final String ORG_KEY = "orgKey";
    static final String ORG_SORT = "orgSort";
    static final String BY_REQUESTER = "byRequester";
    static final String REQ_KEY = "reqKey";
    static final String REQ_SORT = "reqSort";
    static final String BY_QUEUE = "byQueue";
    static final String QUEUE_KEY = "queueKey";
    static final String QUEUE_SORT = "queueSort";
    static final String BY_OWNER = "byOwner";
    static final String OWNER_KEY = "ownerKey";
    static final String OWNER_SORT = "ownerSort";
    static final String BY_DUE = "byDue";
    static final String DUE_SHARD = "dueShard";
    static final String DUE_AT = "dueAt";
    static final int DUE_SHARDS = 16;

    private static final String COMPANY = "g#";
    private static final String TICKET = COMPANY + "T#";
    private static final String HELD = COMPANY + "H#";
    /** Of what was due and could not be handled: no sweep reads it. */
    static final String PARKED_SHARD = COMPANY + "D#parked";

    /** The sort key of an item that stands alone in its partition, and of a ticket's head. */
    static final String ALONE = "A";

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final DateTimeFormatter SORTABLE = new DateTimeFormatterBuilder()
            .appendInstant(9)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Keys() {}

    static String ticket(TicketId id) {
        return TICKET + id.desk() + "#" + id.number();
    }

    /** The ticket that a partition belongs to; empty for a partition of something else. */
    static Optional<TicketId> ticketOf(String pk) {
        return pk.startsWith(TICKET)
                ? TicketId.parse(pk.substring(TICKET.length()).replace('#', '-'))
                : Optional.empty();
    }

    /**
     * @param seq of the commit's last event, so that one query from a seq on also finds the commit that it is in the
     *     middle of
     */
    static String commit(long seq) {
        return "E#" + digits(seq, 9);
    }

    static String counter(String desk) {
        return COMPANY + "C#" + desk;
    }

    static String mail(String desk, String messageId) {
        return COMPANY + "M#" + desk + "#" + Hash.of(messageId);
    }

    static String request(String scope, String key) {
        return COMPANY + "I#" + Hash.of(scope, key);
    }

    static String notices(String desk, String addressHash) {
        return COMPANY + "N#" + desk + "#" + addressHash;
    }

    /** Mails to one party that mail caused, a day an item. */
    static String answers(String desk, String whom) {
        return COMPANY + "L#" + desk + "#" + Hash.of(whom);
    }

    static String held(String desk) {
        return HELD + desk;
    }

    /** The desk of a partition of held mails; empty for a partition of something else. */
    static Optional<String> heldDeskOf(String pk) {
        return pk.startsWith(HELD) ? Optional.of(pk.substring(HELD.length())) : Optional.empty();
    }

    static String sender(String desk, String address) {
        return COMPANY + "S#" + desk + "#" + bounded(address);
    }

    static String unreachable(String address) {
        return COMPANY + "U#" + bounded(address);
    }

    static String contact(String desk, String address) {
        return COMPANY + "P#" + desk + "#" + bounded(address);
    }

    static String organization(String desk, String id) {
        return COMPANY + "O#" + desk + "#" + bounded(id);
    }

    static String domain(String desk, String domain) {
        return COMPANY + "D#" + desk + "#" + bounded(domain);
    }

    static String binding(String sub) {
        return COMPANY + "B#" + bounded(sub);
    }

    static String boundAddress(String address) {
        return COMPANY + "B@" + bounded(address);
    }

    // Index keys

    static String organizationIndex(String desk, String organization) {
        return COMPANY + "O#" + desk + "#" + bounded(organization);
    }

    static String requesterIndex(String desk, String address) {
        return COMPANY + "R#" + desk + "#" + bounded(address);
    }

    static String queueIndex(String desk, String queue) {
        return COMPANY + "Q#" + desk + "#" + bounded(queue);
    }

    static String ownerIndex(String desk, String address) {
        return COMPANY + "W#" + desk + "#" + bounded(address);
    }

    static String dueShard(int shard) {
        return COMPANY + "D#" + Integer.toHexString(shard);
    }

    static String dueShardOf(String identity) {
        return dueShard(Math.floorMod(identity.hashCode(), DUE_SHARDS));
    }

    /** Numbers are given in order of opening, so that newest first is highest first. */
    static String byNumber(TicketId id) {
        return digits(id.number(), 12);
    }

    static String byArrival(Instant waitingSince, TicketId id) {
        return instant(waitingSince) + "#" + id.number();
    }

    /** Highest first: open tickets before closed ones, newest first among each. */
    static String openFirst(boolean open, TicketId id) {
        return (open ? "1#" : "0#") + byNumber(id);
    }

    /** An instant whose order as text is its order in time. Years beyond 9999 count as the end of 9999. */
    static String instant(Instant at) {
        return SORTABLE.format(at.isAfter(LATEST) ? LATEST : at.isBefore(EARLIEST) ? EARLIEST : at);
    }

    private static String digits(long number, int width) {
        var written = Long.toString(number);
        return "0".repeat(Math.max(0, width - written.length())) + written;
    }

    /** Keys have a limit in bytes, addresses in hostile mails have none. */
    private static String bounded(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length <= 254 ? value : Hash.of(value);
    }
}
