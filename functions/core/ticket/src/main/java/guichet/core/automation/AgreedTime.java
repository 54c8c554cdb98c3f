package guichet.core.automation;

import guichet.core.desk.Desk;
import guichet.core.desk.Timer;
import guichet.core.hours.Delay;
import guichet.core.ticket.Ticket;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The time that was agreed when a ticket entered its state: an instant, a day, or so many days from then (S1-09,
 * S1-14).
 */
final class AgreedTime {

    private AgreedTime() {}

    /**
     * What was due before the state was entered is left out: nobody need be reminded of today's appointment a day
     * before.
     */
    static List<Instant> dues(Desk desk, Ticket ticket, Timer.At timer) {
        var agreed = agreed(desk, ticket, timer.input());
        if (agreed.isEmpty() || timer.before().isEmpty()) {
            return agreed.stream().toList();
        }
        return timer.before().stream()
                .map(wait -> before(agreed.get(), wait, desk.hours().zone()))
                .filter(due -> due.isAfter(ticket.since()))
                .toList();
    }

    private static Optional<Instant> agreed(Desk desk, Ticket ticket, String name) {
        var input = Optional.ofNullable(desk.types().get(ticket.type()))
                .map(type -> type.inputs().get(name));
        var value = Optional.ofNullable(ticket.inputs().get(name));
        var entered = ticket.since().atZone(desk.hours().zone());
        try {
            return input.isEmpty() || value.isEmpty()
                    ? Optional.empty()
                    : switch (input.get().kind()) {
                        case INSTANT -> Optional.of(Instant.parse(value.get()));
                        case DATE ->
                            Optional.of(
                                    entered.with(LocalDate.parse(value.get())).toInstant());
                        case DAYS ->
                            Optional.of(entered.plusDays((long) Double.parseDouble(value.get()))
                                    .toInstant());
                        case TEXT, LONG_TEXT, NUMBER, AMOUNT, CHOICE, PRIORITY, OWNER -> Optional.empty();
                    };
        } catch (DateTimeException | NumberFormatException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant before(Instant agreed, Delay.Calendar wait, ZoneId zone) {
        return agreed.atZone(zone).minusDays(wait.days()).toInstant().minus(wait.time());
    }
}
