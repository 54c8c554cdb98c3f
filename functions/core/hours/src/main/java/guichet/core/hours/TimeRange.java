package guichet.core.hours;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opening within one day, in seconds since local midnight as the clock on the wall shows them; {@code to} is
 * excluded and may be 24:00. An opening across midnight is written as two, because a closed day ends at midnight.
 */
public record TimeRange(int from, int to) implements Comparable<TimeRange> {
    static final int DAY = 24 * 3600;
    public static final String ALLOWED = "a start before an end, such as 9:00-12:00, up to 24:00";
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\s*[-–]\\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

    public TimeRange {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("not a range within a day: " + from + " to " + to);
        }
    }

    /** Reads {@code 9:00-12:00}, {@code 09:00-24:00} or, to the second, {@code 08:00:00-17:59:59}. */
    public static TimeRange parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new HoursSyntaxException("not a range of times", text, ALLOWED);
        }
        int from = seconds(form, 1, text);
        int to = seconds(form, 4, text);
        if (from == to) {
            throw new HoursSyntaxException("an opening that ends when it starts", text, ALLOWED);
        }
        if (from > to) {
            throw new HoursSyntaxException(
                    "an opening that ends before it starts",
                    text,
                    ALLOWED + "; across midnight, write 22:00-24:00 on one day and 0:00-6:00 on the next");
        }
        return new TimeRange(from, to);
    }

    private static int seconds(Matcher form, int group, String text) {
        int hours = Integer.parseInt(form.group(group));
        int minutes = Integer.parseInt(form.group(group + 1));
        int seconds = form.group(group + 2) == null ? 0 : Integer.parseInt(form.group(group + 2));
        int total = hours * 3600 + minutes * 60 + seconds;
        if (minutes > 59 || seconds > 59 || total > DAY) {
            throw new HoursSyntaxException("no such time of day", text, ALLOWED);
        }
        return total;
    }

    @Override
    public int compareTo(TimeRange other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }

    @Override
    public String toString() {
        return time(from) + "-" + time(to);
    }

    private static String time(int seconds) {
        String minutes = "%d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + ":%02d".formatted(seconds % 60);
    }
}
