package guichet.core.automation;

import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Timer;
import guichet.core.hours.Wait;
import guichet.core.ticket.Ticket;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The instant that was given on entering a state, as an instant, a date or a number of days, and those so long before it (S1-09, S1-14). */
final class GivenTime {
    private static final BigDecimal MOST_DAYS = new BigDecimal(3653);
    private static final BigDecimal MINUTES_A_DAY = new BigDecimal(24 * 60);

    private GivenTime() {
    }

    /** None where nothing usable was given; a reminder whose time was over when the state was entered is left out. */
    static List<Instant> dues(Desk desk, Ticket ticket, Timer.At timer) {
        var input = Optional.ofNullable(desk.types().get(ticket.type())).map(type -> type.inputs().get(timer.input()));
        var value = ticket.inputs().get(timer.input());
        if (input.isEmpty() || value == null) {
            return List.of();
        }
        try {
            var given = instant(desk, ticket, input.get(), value);
            return timer.before().isEmpty() ? given.stream().toList()
                    : given.stream().flatMap(at -> timer.before().stream().flatMap(wait -> before(desk, ticket, at, wait).stream())).toList();
        } catch (DateTimeException | NumberFormatException unusable) {
            return List.of();
        }
    }

    private static Optional<Instant> instant(Desk desk, Ticket ticket, Input input, String value) {
        var entered = ticket.since().atZone(desk.hours().zone());
        return switch (input.kind()) {
            case INSTANT -> Optional.of(Instant.parse(value));
            case DATE -> Optional.of(entered.with(LocalDate.parse(value)).toInstant());
            case DAYS -> Optional.of(days(new BigDecimal(value).min(MOST_DAYS)).after(ticket.since(), desk.hours()));
            case TEXT, LONG_TEXT, NUMBER, CHOICE, PRIORITY, OWNER -> Optional.empty();
        };
    }

    private static Wait days(BigDecimal days) {
        var whole = days.intValue();
        return new Wait.Calendar(whole, Duration.ofMinutes(days.subtract(new BigDecimal(whole)).multiply(MINUTES_A_DAY).longValue()));
    }

    /** The last second, since the state was entered, from which the wait is over by then. Waits only grow, so it can be closed in upon. */
    private static Optional<Instant> before(Desk desk, Ticket ticket, Instant at, Wait wait) {
        long from = ticket.since().getEpochSecond();
        long to = at.getEpochSecond();
        if (to < from || !over(desk, wait, from, at)) {
            return Optional.empty();
        }
        while (from < to) {
            long middle = from + (to - from + 1) / 2;
            if (over(desk, wait, middle, at)) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return Optional.of(Instant.ofEpochSecond(from));
    }

    private static boolean over(Desk desk, Wait wait, long from, Instant at) {
        return !wait.after(Instant.ofEpochSecond(from), desk.hours()).isAfter(at);
    }
}
