package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.ticket.Actor;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.ClockChange;
import guichet.core.ticket.TicketEvent.ClockMoved;
import guichet.core.ticket.TicketEvent.TimerFired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The notices of a sweep. One that comes late records each overdue step, and tells everybody only the last that
 * concerns them.
 */
public final class LateNotices {
    private LateNotices() {}

    public static Notices.Plan plan(Desk desk, Ticket ticket, List<RecordedEvent> events) {
        var told = new LinkedHashMap<String, Notice>();
        var withheld = new ArrayList<WithheldNotice>();
        for (var step : steps(events)) {
            var plan = Notices.plan(desk, ticket, Actor.ROBOT, step, events, Optional.empty());
            for (var notice : plan.notices()) {
                var earlier = told.remove(notice.to().address());
                if (earlier != null) {
                    withheld.add(new WithheldNotice(
                            notice.to().address(),
                            earlier.why().getFirst(),
                            "overtaken by a later step of the same sweep"));
                }
                told.put(notice.to().address(), notice);
            }
            withheld.addAll(plan.withheld());
        }
        return new Notices.Plan(List.copyOf(told.values()), withheld);
    }

    /** The events of each timer that fired, from the one that says so on. */
    private static List<List<RecordedEvent>> steps(List<RecordedEvent> events) {
        var steps = new ArrayList<List<RecordedEvent>>();
        for (var recorded : events) {
            if (steps.isEmpty() || beginsStep(recorded)) {
                steps.add(new ArrayList<>());
            }
            steps.getLast().add(recorded);
        }
        return steps;
    }

    private static boolean beginsStep(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case TimerFired _ -> true;
            case ClockMoved moved -> moved.change() == ClockChange.WARNED || moved.change() == ClockChange.BREACHED;
            default -> false;
        };
    }
}
