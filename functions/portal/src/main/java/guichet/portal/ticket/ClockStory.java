package guichet.portal.ticket;

import guichet.core.desk.LocalizedText;
import guichet.core.hours.Explanation;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.Reason;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.Opened;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.portal.people.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a service-level clock came to where it stands: each stretch of time since it started, whether it counted, and
 * why. The counted ones add up to what has elapsed, with what was carried over.
 */
final class ClockStory {
    /** @param why {@code open}, or {@code closed outside-hours break paused} */
    record Stretch(Instant from, Instant to, boolean counted, String why, LocalizedText words) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** @param carried business time that counted under another type, before the ticket's was corrected */
    record Told(List<Stretch> stretches, Duration carried) {
        Duration counted() {
            return counted(stretches).plus(carried);
        }

        private static Duration counted(List<Stretch> stretches) {
            return stretches.stream()
                    .filter(Stretch::counted)
                    .map(Stretch::length)
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    private final Ticket ticket;
    private final String clock;
    private final Function<String, OpeningHours> calendars;
    private final Caller reader;
    private final List<Stretch> stretches = new ArrayList<>();
    private Phase phase;
    private Instant since;
    private String state = "";
    private OpeningHours calendar;
    private Duration carried = Duration.ZERO;

    private ClockStory(Ticket ticket, String clock, Function<String, OpeningHours> calendars, Caller reader) {
        this.ticket = ticket;
        this.clock = clock;
        this.calendars = calendars;
        this.reader = reader;
    }

    /**
     * @param history from the beginning; @param calendars by contract; @param until what is running or paused is told
     *     up to then
     */
    static Told tell(
            Stream<RecordedEvent> history,
            Ticket ticket,
            String clock,
            Function<String, OpeningHours> calendars,
            Caller reader,
            Instant until) {
        var story = new ClockStory(ticket, clock, calendars, reader);
        history.forEach(story::on);
        story.pass(until);
        return new Told(List.copyOf(story.stretches), story.carried);
    }

    private void on(RecordedEvent recorded) {
        if (recorded.event() instanceof ClockMoved moved && moved.clock().equals(clock)) {
            pass(recorded.at());
            phase = moved.state().phase();
            since = recorded.at();
            carry(moved);
        }
        switch (recorded.event()) {
            case Opened opened -> {
                state = opened.state();
                calendar = calendars.apply(opened.contract());
            }
            case TicketEvent.RequesterChanged change -> contract(recorded.at(), change.contract());
            case TicketEvent.OrganizationChanged change -> contract(recorded.at(), change.contract());
            case TicketEvent.ContractChanged change -> contract(recorded.at(), change.to());
            case StateChanged change -> {
                if (phase == Phase.PAUSED) {
                    pass(recorded.at());
                    since = recorded.at();
                }
                state = change.to();
            }
            default -> {}
        }
    }

    private void contract(Instant at, String contract) {
        if (since != null) {
            pass(at);
            since = at;
        }
        calendar = calendars.apply(contract);
    }

    /** A clock that began late, or was set anew, may have more behind it than its own time. */
    private void carry(ClockMoved moved) {
        switch (moved.change()) {
            case STARTED, RETARGETED -> {
                var more =
                        moved.state().elapsed().minus(Told.counted(stretches)).minus(carried);
                carried = more.isNegative() ? carried : carried.plus(more);
            }
            case PAUSED, RESUMED, STOPPED, WARNED, BREACHED -> {}
        }
    }

    private void pass(Instant to) {
        if (since == null || !since.isBefore(to)) {
            return;
        }
        switch (phase) {
            case RUNNING -> counted(calendar.explainBetween(since, to));
            case PAUSED -> {
                var named = DisplayNames.state(reader.desk(), ticket.type(), state);
                add(new Stretch(since, to, false, "paused", TicketWords.TIME_PAUSED.with(named)));
            }
            case STOPPED -> {}
        }
    }

    private void counted(Explanation explanation) {
        var parts = new ArrayList<Stretch>();
        explanation
                .counted()
                .forEach(open -> parts.add(new Stretch(open.from(), open.to(), true, "open", TicketWords.TIME_OPEN)));
        explanation.skipped().forEach(skipped -> parts.add(skipped(skipped)));
        parts.sort(Comparator.comparing(Stretch::from));
        parts.forEach(this::add);
    }

    /** Neighbours that are alike are one: a warning in between changes nothing. */
    private void add(Stretch next) {
        var last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null
                && last.to().equals(next.from())
                && last.why().equals(next.why())
                && last.words().equals(next.words())) {
            stretches.set(
                    stretches.size() - 1,
                    new Stretch(last.from(), next.to(), last.counted(), last.why(), last.words()));
        } else {
            stretches.add(next);
        }
    }

    private static Stretch skipped(Explanation.Skipped skipped) {
        var from = skipped.interval().from();
        var to = skipped.interval().to();
        return switch (skipped.reason()) {
            case Reason.OutsideHours _ -> new Stretch(from, to, false, "outside-hours", TicketWords.TIME_OUTSIDE_HOURS);
            case Reason.Break _ -> new Stretch(from, to, false, "break", TicketWords.TIME_BREAK);
            case Reason.Closed closed ->
                new Stretch(
                        from,
                        to,
                        false,
                        "closed",
                        TicketWords.TIME_CLOSED.with(
                                LocalizedText.of(language -> closed.day().name(language.locale()))));
        };
    }
}
