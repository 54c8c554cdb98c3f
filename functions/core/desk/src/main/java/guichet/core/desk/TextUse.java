package guichet.core.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a desk's text is used, and so which placeholders it may hold besides {@code contact.*}, and on a ticket
 * {@code input.*}, {@code given.*} and {@code field.*}.
 */
public enum TextUse {
    TICKET(ticketAnd()),
    SLA(ticketAnd("clock", "due")),
    ESCALATION(ticketAnd("reason", "comment")),
    UNREACHABLE(ticketAnd("address", "reason")),
    MERGE(ticketAnd("survivor")),
    REFUSED_FILES(ticketAnd("files")),
    /** Mail that is held until somebody decides on its sender (S0-02). */
    HELD_MAIL(deskAnd("sender", "subject", "link")),
    /** A daily duty that was not done in time (S0-04). */
    DUTY(deskAnd("duty", "missing")),
    /** A sender who is no customer of this desk (S2-04). */
    REFUSAL(deskAnd("requester", "integrator", "subject")),
    /** An announced unavailability of the desk (S2-08). */
    ANNOUNCEMENT(deskAnd("from", "to", "announcement")),
    /** Access to the portal, asked for or decided (S2-10). */
    ACCESS(deskAnd("requester", "organization", "comment")),
    /** What speaks for the desk as a whole: the foot of its mails, an alert that no dispatcher is there. */
    DESK(deskAnd());

    private final Set<String> placeholders;

    TextUse(Set<String> placeholders) {
        this.placeholders = placeholders;
    }

    public Set<String> placeholders() {
        return placeholders;
    }

    /** Whether the texts of this use speak of one ticket, and may name its inputs and fields. */
    public boolean isOfTicket() {
        return placeholders.contains("id");
    }

    public static TextUse of(Trigger trigger) {
        return switch (trigger) {
            case SLA_WARNING, SLA_BREACH -> SLA;
            case ESCALATED -> ESCALATION;
            case UNREACHABLE -> UNREACHABLE;
            case MERGED -> MERGE;
            case REFUSED_FILES -> REFUSED_FILES;
            case CREATED, ENTERED, COMMENTED, REOPENED, ASSIGNED, QUEUED, MASKED, JOINED, REFUSED -> TICKET;
        };
    }

    private static Set<String> deskAnd(String... more) {
        return Stream.concat(Stream.of("desk", "phone", "opening"), Stream.of(more))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> ticketAnd(String... more) {
        var ticket = List.of(
                "id",
                "subject",
                "requester",
                "requester.name",
                "organization",
                "state",
                "owner",
                "priority",
                "queue",
                "author");
        return deskAnd(Stream.concat(ticket.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
