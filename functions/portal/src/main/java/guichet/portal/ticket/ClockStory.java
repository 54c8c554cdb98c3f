package guichet.portal.ticket;

import guichet.core.desk.LocalizedText;
import guichet.core.hours.Explanation;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.Reason;
import guichet.core.ticket.ClockState.Phase;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.Opened;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.portal.people.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a service-level clock came to where it stands: each stretch of time since it started, whether it counted, and
 * why. The counted ones add up to what has elapsed.
 */
final class ClockStory {
    /** @param why {@code open}, or {@code closed outside-hours break paused} */
    record Stretch(Instant from, Instant to, boolean counted, String why, LocalizedText words) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    private final Ticket ticket;
    private final String clock;
    private final OpeningHours calendar;
    private final Caller reader;
    private final List<Stretch> stretches = new ArrayList<>();
    private Phase phase;
    private Instant since;
    private String state = "";

    private ClockStory(Ticket ticket, String clock, OpeningHours calendar, Caller reader) {
        this.ticket = ticket;
        this.clock = clock;
        this.calendar = calendar;
        this.reader = reader;
    }

    /** @param history from the beginning; @param until what is running or paused is told up to then */
    static List<Stretch> tell(
            Stream<RecordedEvent> history,
            Ticket ticket,
            String clock,
            OpeningHours calendar,
            Caller reader,
            Instant until) {
        var story = new ClockStory(ticket, clock, calendar, reader);
        history.forEach(story::on);
        story.pass(until);
        return List.copyOf(story.stretches);
    }

    private void on(RecordedEvent recorded) {
        if (recorded.event() instanceof ClockMoved moved && moved.clock().equals(clock)) {
            pass(recorded.at());
            phase = moved.state().phase();
            since = recorded.at();
        }
        switch (recorded.event()) {
            case Opened opened -> state = opened.state();
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
