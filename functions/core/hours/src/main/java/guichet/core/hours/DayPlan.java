package guichet.core.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All of a day, from 0:00 to 24:00 without a gap, cut into parts that count and parts that do not. */
record DayPlan(List<Part> parts) {
    /** @param notOpen why this part does not count; null if it does */
    record Part(int from, int to, Reason notOpen) {}

    static DayPlan closed(ClosedDay day) {
        return new DayPlan(List.of(new Part(0, TimeRange.DAY, new Reason.Closed(day))));
    }

    static Map<DayOfWeek, DayPlan> of(WeeklyHours week) {
        Map<DayOfWeek, DayPlan> plans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            plans.put(day, of(week.on(day)));
        }
        return plans;
    }

    private static DayPlan of(List<TimeRange> openings) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (TimeRange opening : openings) {
            if (opening.from() > at) {
                parts.add(new Part(at, opening.from(), at == 0 ? Reason.OUTSIDE_HOURS : Reason.BREAK));
            }
            parts.add(new Part(opening.from(), opening.to(), null));
            at = opening.to();
        }
        if (at < TimeRange.DAY) {
            parts.add(new Part(at, TimeRange.DAY, Reason.OUTSIDE_HOURS));
        }
        return new DayPlan(List.copyOf(parts));
    }
}
