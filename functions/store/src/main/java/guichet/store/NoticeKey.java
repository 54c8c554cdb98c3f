package guichet.store;

import guichet.core.text.MailAddress;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells one notice from another: the commit that caused it, and the address that it goes to.
 *
 * @param seq of the commit's last event
 * @param hour in which the commit was made, hours since 1970 in UTC: what the cap on mails to an address counts by
 * @param address hashed, since the key travels as a tag with the mail
 */
public record NoticeKey(TicketId ticket, long seq, long hour, String address) {
    private static final Pattern TAG =
            Pattern.compile("([a-z0-9]+)-([0-9]{1,12})-([0-9]{1,12})-([0-9]{1,9})-([A-Za-z0-9_-]{22})");

    public static NoticeKey of(TicketId ticket, long seq, Instant at, String address) {
        return new NoticeKey(ticket, seq, hour(at), hashed(address));
    }

    /** Letters, digits, hyphens and underscores: fit for a tag of the mail service. */
    public String tag() {
        return ticket.desk() + "-" + ticket.number() + "-" + seq + "-" + hour + "-" + address;
    }

    public static Optional<NoticeKey> ofTag(String tag) {
        var match = TAG.matcher(tag);
        return match.matches()
                ? Optional.of(new NoticeKey(
                        new TicketId(match.group(1), Long.parseLong(match.group(2))),
                        Long.parseLong(match.group(3)),
                        Long.parseLong(match.group(4)),
                        match.group(5)))
                : Optional.empty();
    }

    String pk() {
        return Keys.notices(ticket.desk(), address);
    }

    String sk() {
        return hourPrefix(hour) + ticket + "#" + seq;
    }

    static String hourPrefix(long hour) {
        return hour + "#";
    }

    static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 3600L);
    }

    static String hashed(String address) {
        return Hash.of(MailAddress.kept(address));
    }
}
