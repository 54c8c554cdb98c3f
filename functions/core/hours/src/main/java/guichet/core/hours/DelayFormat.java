package guichet.core.hours;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written forms of a {@link Delay}. */
final class DelayFormat {
    private static final int MOST_DAYS = 3653;
    private static final Pattern BUSINESS = Pattern.compile("([0-9]{1,9})\\s*business[ -](day|hour|minute)s?");
    private static final Pattern CALENDAR =
            Pattern.compile("(?:([0-9]{1,9})\\s*w(?:eeks?)?)?\\s*(?:([0-9]{1,9})\\s*d(?:ays?)?)?\\s*([^dw]*)");

    private DelayFormat() {}

    static Delay parse(String text) {
        String form = text.strip().toLowerCase(Locale.ROOT);
        Matcher business = BUSINESS.matcher(form);
        if (business.matches()) {
            return business(Long.parseLong(business.group(1)), business.group(2), text);
        }
        boolean iso = form.startsWith("p");
        Matcher calendar = CALENDAR.matcher(iso ? form.substring(1) : form);
        if (!calendar.matches()) {
            throw new HoursSyntaxException("not a time to wait", text, Delay.ALLOWED);
        }
        boolean hasDays = calendar.group(1) != null || calendar.group(2) != null;
        String time = calendar.group(3);
        if (hasDays && time.isEmpty()) {
            return new Delay.Calendar(days(calendar, text), Duration.ZERO);
        }
        return new Delay.Calendar(days(calendar, text), time(iso ? "p" + time : time, text));
    }

    private static Delay business(long number, String unit, String text) {
        if (unit.equals("day")) {
            return new Delay.BusinessDays(days(number, text));
        }
        return new Delay.BusinessTime(time(number + unit.substring(0, 1), text));
    }

    private static int days(Matcher calendar, String text) {
        long weeks = calendar.group(1) == null ? 0 : Long.parseLong(calendar.group(1));
        long days = calendar.group(2) == null ? 0 : Long.parseLong(calendar.group(2));
        return days(weeks * 7 + days, text);
    }

    private static int days(long days, String text) {
        if (days > MOST_DAYS) {
            throw new HoursSyntaxException("too long", text, Delay.ALLOWED);
        }
        return (int) days;
    }

    private static Duration time(String time, String text) {
        try {
            return Durations.parse(time);
        } catch (HoursSyntaxException bad) {
            throw new HoursSyntaxException(
                    bad.what().replace("not a duration", "not a time to wait"), text, Delay.ALLOWED);
        }
    }
}
