package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Role;
import guichet.core.text.DomainName;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.Escalated;
import guichet.core.ticket.TicketEvent.MessageAdded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes two robots that answer each other fall silent, and lets no customer flood anybody through the desk (decision
 * 27). Counted and capped is what a mail makes us send, and what a customer does by whatever way, to the staff as well;
 * what people of the desk write in the portal and what falls due goes out however much it is.
 */
public final class LoopProtection {
    /** No desk sends as many. */
    private static final int UNLIMITED = 1_000_000;
    /**
     * A customer may escalate as often as they like: each time is on the ticket, and the same is mailed once an hour.
     */
    private static final int ESCALATIONS_A_DAY = 5;

    private LoopProtection() {}

    /**
     * A cap on mails to one party.
     *
     * @param whom an address, {@code @} and a domain, or {@code @} for all strangers; or what else is counted by
     *     itself: a customer and an address of the staff, the escalations of one ticket to one address
     */
    public record Cap(String whom, int perHour, int perDay) {}

    /** How many mails went out that are counted: a port. */
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

        /** Whether either is full, as far as can be told without counting. */
        Optional<Full> full(String desk, Cap cap, Instant at);

        /** One that was counted did not go out. */
        void giveBack(String desk, Cap cap, Instant at);
    }

    /**
     * Why this notice must not go out; empty when it may, and is counted.
     *
     * @param events of the commit that caused it
     * @param told all notices of that commit
     */
    public static Optional<LocalizedText> whyNot(
            Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, List<Notice> told, Tally tally) {
        var at = events.getLast().at();
        for (var limit : limits(desk, ticket, events, notice, told)) {
            var full =
                    limit.counted() ? tally.count(desk.id(), limit.cap(), at) : tally.full(desk.id(), limit.cap(), at);
            if (full.isPresent()) {
                return full.map(window -> reason(limit, window));
            }
        }
        return Optional.empty();
    }

    /** The mail service refused for now what {@link #whyNot} had counted: the next try counts it again. */
    public static void giveBack(
            Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, List<Notice> told, Tally tally) {
        limits(desk, ticket, events, notice, told).stream()
                .filter(Limit::counted)
                .forEach(limit ->
                        tally.giveBack(desk.id(), limit.cap(), events.getLast().at()));
    }

    /** A cap, and what it is called where it is full. @param counted whether this notice is one more */
    private record Limit(Cap cap, LocalizedText party, boolean counted) {
        Limit(Cap cap, LocalizedText party) {
            this(cap, party, true);
        }
    }

    /** The narrowest first, so that one robot does not use up what is left for all. */
    private static List<Limit> limits(
            Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, List<Notice> told) {
        var customer = customer(events);
        if (customer.isEmpty() && (notice.staff() || events.stream().noneMatch(LoopProtection::isMail))) {
            return List.of();
        }
        var rules = desk.mail().caps();
        var address = notice.to().address();
        var limits = new ArrayList<Limit>();
        var reason = customer.flatMap(_ -> escalation(events));
        if (reason.isPresent()) {
            // The same person, for the same reason, in the same state: nothing that nobody has heard yet.
            var same =
                    "escalation " + ticket.id() + " " + ticket.state() + " " + reason.get() + " by " + customer.get();
            limits.add(new Limit(new Cap(same + " to " + address, 1, ESCALATIONS_A_DAY), NoticeWords.LOOP_ESCALATION));
        }
        if (notice.staff()) {
            // By who caused it: nobody mutes the staff for everybody else. What they did counts once, however many
            // hear.
            limits.add(new Limit(
                    new Cap(customer.get() + " to staff", rules.mailsPerHour(), rules.mailsPerDay()),
                    NoticeWords.LOOP_CUSTOMER.with(customer.get()),
                    isFirstOfStaff(notice, told)));
            return limits;
        }
        limits.add(new Limit(new Cap(address, rules.mailsPerHour(), rules.mailsPerDay()), NoticeWords.LOOP_ADDRESS));
        if (ticket.organization().isEmpty()) {
            var domain = address.substring(Math.max(0, address.lastIndexOf('@')));
            limits.add(new Limit(
                    new Cap(domain, rules.strangersPerHour(), UNLIMITED),
                    domain.startsWith("@")
                            ? NoticeWords.LOOP_DOMAIN.with(DomainName.shown(domain.substring(1)))
                            : NoticeWords.LOOP_STRANGERS));
            limits.add(new Limit(new Cap("@", UNLIMITED, rules.strangersPerDay()), NoticeWords.LOOP_STRANGERS));
        }
        return limits;
    }

    private static boolean isFirstOfStaff(Notice notice, List<Notice> told) {
        return told.stream()
                .filter(Notice::staff)
                .findFirst()
                .filter(first -> first.to().address().equals(notice.to().address()))
                .isPresent();
    }

    /** Address of the customer whose doing this is; empty for what staff and the robot do. */
    private static Optional<String> customer(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::by)
                .filter(by -> by.role() == Role.CUSTOMER)
                .map(by -> by.address())
                .findFirst();
    }

    /** The reason that was given, if this is one. */
    private static Optional<String> escalation(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(Escalated.class::isInstance)
                .map(event -> ((Escalated) event).reason())
                .findFirst();
    }

    private static boolean isMail(RecordedEvent recorded) {
        return recorded.event() instanceof MessageAdded message
                && message.mail().isPresent();
    }

    private static LocalizedText reason(Limit limit, Tally.Full window) {
        var mails = switch (window) {
            case HOUR -> NoticeWords.LOOP_HOUR.with(limit.cap().perHour());
            case DAY -> NoticeWords.LOOP_DAY.with(limit.cap().perDay());
        };
        return NoticeWords.LOOP.with(mails, limit.party());
    }
}
