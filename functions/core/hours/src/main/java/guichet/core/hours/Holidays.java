package guichet.core.hours;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The closed days of a desk: rules, and for each year asked about, the days that they close. Where two rules close a
 * day, the first names it. Immutable to its users; a year is worked out once, and may be by two threads at a time, to
 * the same result.
 */
public final class Holidays {
    public static final Holidays NONE = new Holidays(List.of());

    private final List<ClosedDays> rules;
    /** By day of the year, from 0; null stands for a day that is not closed. */
    private final ConcurrentMap<Integer, ClosedDay[]> years = new ConcurrentHashMap<>();

    private Holidays(List<ClosedDays> rules) {
        this.rules = rules;
    }

    public static Holidays of(List<ClosedDays> rules) {
        return rules.isEmpty() ? NONE : new Holidays(List.copyOf(rules));
    }

    public static Holidays of(ClosedDays... rules) {
        return of(List.of(rules));
    }

    public List<ClosedDays> rules() {
        return rules;
    }

    /** What closes this local day, if anything does. */
    public Optional<ClosedDay> on(LocalDate day) {
        return Optional.ofNullable(closed(day));
    }

    ClosedDay closed(LocalDate day) {
        if (rules.isEmpty()) {
            return null;
        }
        ClosedDay[] year = years.get(day.getYear());
        if (year == null) {
            years.put(day.getYear(), year = workOut(day.getYear()));
        }
        return year[day.getDayOfYear() - 1];
    }

    private ClosedDay[] workOut(int year) {
        var days = new ClosedDay[Year.of(year).length()];
        for (ClosedDays rule : rules) {
            rule.mark(year, (day, name) -> {
                if (day.getYear() == year && days[day.getDayOfYear() - 1] == null) {
                    days[day.getDayOfYear() - 1] = name;
                }
            });
        }
        return days;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holidays holidays && rules.equals(holidays.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return rules.toString();
    }
}
