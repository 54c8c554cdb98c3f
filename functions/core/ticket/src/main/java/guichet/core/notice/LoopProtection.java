package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes two robots that answer each other fall silent. Only what a mail makes us send can go round in a loop, so only
 * that is counted and capped: what people of the desk write in the portal and what falls due goes out however much it
 * is. Notices to staff are not capped, either.
 */
public final class LoopProtection {
    /** No desk sends as many. */
    private static final int UNLIMITED = 1_000_000;

    private LoopProtection() {}

    /**
     * A cap on mails to one party.
     *
     * @param whom an address, {@code @} and a domain, or {@code @} for all strangers
     */
    public record Cap(String whom, int perHour, int perDay) {}

    /** How many mails that were caused by mail went out: a port. */
    public interface Tally {
        enum Full {
            HOUR,
            DAY
        }

        /**
         * Counts one more to that party, by hour and by day in UTC, unless either is full. Counting too many is safe,
         * too few is not.
         */
        Optional<Full> count(String desk, Cap cap, Instant at);

        /** One that was counted did not go out. */
        void giveBack(String desk, Cap cap, Instant at);
    }

    /**
     * Why this notice must not go out; empty when it may, and is counted. @param events of the commit that caused it
     */
    public static Optional<LocalizedText> whyNot(
            Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, Tally tally) {
        var at = events.getLast().at();
        for (var cap : caps(desk, ticket, events, notice)) {
            var full = tally.count(desk.id(), cap, at);
            if (full.isPresent()) {
                return full.map(window -> reason(cap, window));
            }
        }
        return Optional.empty();
    }

    /** The mail service refused for now what {@link #whyNot} had counted: the next try counts it again. */
    public static void giveBack(Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, Tally tally) {
        caps(desk, ticket, events, notice)
                .forEach(cap -> tally.giveBack(desk.id(), cap, events.getLast().at()));
    }

    /** The narrowest first, so that one robot does not use up what is left for all. */
    private static List<Cap> caps(Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice) {
        if (notice.staff() || events.stream().noneMatch(LoopProtection::isMail)) {
            return List.of();
        }
        var rules = desk.mail().caps();
        var address = notice.to().address().toLowerCase(Locale.ROOT);
        var caps = new ArrayList<>(List.of(new Cap(address, rules.mailsPerHour(), rules.mailsPerDay())));
        if (ticket.organization().isEmpty()) {
            caps.add(new Cap(
                    address.substring(Math.max(0, address.lastIndexOf('@'))), rules.strangersPerHour(), UNLIMITED));
            caps.add(new Cap("@", UNLIMITED, rules.strangersPerDay()));
        }
        return caps;
    }

    private static boolean isMail(RecordedEvent recorded) {
        return recorded.event() instanceof MessageAdded message
                && message.mail().isPresent();
    }

    private static LocalizedText reason(Cap cap, Tally.Full window) {
        var mails = switch (window) {
            case HOUR -> NoticeWords.LOOP_HOUR.with(cap.perHour());
            case DAY -> NoticeWords.LOOP_DAY.with(cap.perDay());
        };
        return NoticeWords.LOOP.with(mails, whom(cap));
    }

    private static LocalizedText whom(Cap cap) {
        if (!cap.whom().startsWith("@")) {
            return NoticeWords.LOOP_ADDRESS;
        }
        var domain = cap.whom().substring(1);
        return domain.isEmpty() ? NoticeWords.LOOP_STRANGERS : NoticeWords.LOOP_DOMAIN.with(domain);
    }
}
