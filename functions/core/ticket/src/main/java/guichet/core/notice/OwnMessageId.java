package guichet.core.notice;

import guichet.core.ticket.TicketId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Message-ID of our making that stands in the References of every mail of a ticket: SES replaces the one we would
 * set.
 */
public final class OwnMessageId {
    private static final Pattern OURS = Pattern.compile("([a-z][a-z0-9]{0,31}-[1-9][0-9]{0,11})\\.guichet@.+");

    private OwnMessageId() {}

    /** Bare, without angle brackets. */
    public static String of(TicketId ticket, String deskAddress) {
        return ticket + ".guichet@" + deskAddress.substring(deskAddress.lastIndexOf('@') + 1);
    }

    /** The ticket that such an id names. Anybody can write one: it says where to look, not who may join. */
    public static Optional<TicketId> parse(String messageId) {
        var match = OURS.matcher(messageId);
        return match.matches() ? TicketId.parse(match.group(1)) : Optional.empty();
    }
}
