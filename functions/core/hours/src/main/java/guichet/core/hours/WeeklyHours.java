package guichet.core.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The openings of a week, by local time. Ranges of a day are sorted; those that touch are one. A day that is absent is
 * closed.
 */
public record WeeklyHours(Map<DayOfWeek, List<TimeRange>> ranges) {
    public static final WeeklyHours ALWAYS = always();

    /** @throws HoursSyntaxException if ranges of a day overlap, or no day has one */
    public WeeklyHours {
        Map<DayOfWeek, List<TimeRange>> joined = new EnumMap<>(DayOfWeek.class);
        ranges.forEach((day, list) -> {
            if (!list.isEmpty()) {
                joined.put(day, join(list));
            }
        });
        if (joined.isEmpty()) {
            throw new HoursSyntaxException("hours that never open", "", "at least one opening, or open: always");
        }
        ranges = Map.copyOf(joined);
    }

    public List<TimeRange> on(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    /**
     * Reads the written form, days to openings: {@code {"mon-fri": ["9:00-12:00", "14:00-18:00"], "sat":
     * ["9:00-12:30"]}}.
     *
     * @throws HoursSyntaxException naming the bad value, also where a day comes twice or openings overlap
     */
    public static WeeklyHours parse(Map<String, ? extends Collection<String>> written) {
        Map<DayOfWeek, List<TimeRange>> ranges = new EnumMap<>(DayOfWeek.class);
        written.forEach((days, openings) -> {
            List<TimeRange> parsed = openings.stream().map(TimeRange::parse).toList();
            for (DayOfWeek day : WeekdayRange.parse(days)) {
                if (ranges.put(day, parsed) != null) {
                    throw new HoursSyntaxException(WeekdayRange.name(day) + " comes twice", days, "each day once");
                }
            }
        });
        return new WeeklyHours(ranges);
    }

    /**
     * The openings of a day sorted, those that touch made one.
     *
     * @throws HoursSyntaxException if two overlap
     */
    public static List<TimeRange> join(List<TimeRange> openings) {
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange next : openings.stream().sorted().toList()) {
            TimeRange last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.from() < last.to()) {
                throw new HoursSyntaxException(
                        "openings that overlap", last + " and " + next, "openings that follow one another");
            }
            if (last != null && next.from() == last.to()) {
                joined.set(joined.size() - 1, new TimeRange(last.from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    private static WeeklyHours always() {
        Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> week.put(day, List.of(new TimeRange(0, TimeRange.DAY))));
        return new WeeklyHours(week);
    }
}
