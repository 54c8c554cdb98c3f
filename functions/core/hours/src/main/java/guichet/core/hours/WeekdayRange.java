package guichet.core.hours;

import guichet.core.text.Nearest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days of the week as a desk file writes them: {@code mon}, {@code mon-fri}, {@code mon,wed,fri}, {@code sun-thu}. */
public final class WeekdayRange {
    public static final String ALLOWED =
            "mon, tue, wed, thu, fri, sat, sun, a span such as mon-fri, or a list such as mon,wed,fri";
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Of what {@link #parse} takes, which also minds that no day comes twice. */
    public static final Pattern FORM = form();

    private WeekdayRange() {}

    /** The days in the order written; a span may cross the week's end ({@code sun-thu}). No day may come twice. */
    public static List<DayOfWeek> parse(String text) {
        if (text.length() > 100) {
            throw new HoursSyntaxException("not days of the week", text, ALLOWED);
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("\\s*[-–]\\s*", -1);
            if (ends.length > 2) {
                throw new HoursSyntaxException("not a span of days", text, ALLOWED);
            }
            DayOfWeek first = day(ends[0], text);
            DayOfWeek last = day(ends[ends.length - 1], text);
            if (ends.length == 2 && first == last) {
                throw new HoursSyntaxException("a span of days that ends on the day it starts", text, ALLOWED);
            }
            add(days, first, text);
            for (DayOfWeek day = first; day != last; ) {
                add(days, day = day.plus(1), text);
            }
        }
        return List.copyOf(days);
    }

    public static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }

    private static void add(List<DayOfWeek> days, DayOfWeek day, String text) {
        if (days.contains(day)) {
            throw new HoursSyntaxException(name(day) + " comes twice", text, "each day once");
        }
        days.add(day);
    }

    /** Without flags, since it is also read by those who have none. */
    private static Pattern form() {
        var day = NAMES.stream()
                .map(name -> name.chars()
                        .mapToObj(c -> "[" + (char) c + Character.toUpperCase((char) c) + "]")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|", "(?:", ")"));
        var span = "\\s*" + day + "(?:\\s*[-–]\\s*" + day + ")?\\s*";
        return Pattern.compile(span + "(?:," + span + ")*");
    }

    private static DayOfWeek day(String name, String text) {
        int index = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new HoursSyntaxException(
                    "not a day of the week" + Nearest.hint(name, NAMES), name.isEmpty() ? text : name, ALLOWED);
        }
        return DayOfWeek.of(index + 1);
    }
}
