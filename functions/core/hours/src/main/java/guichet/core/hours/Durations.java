package guichet.core.hours;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DURATION as people and scripts write it: {@code 4h30m}, {@code 90m}, {@code 45s}, or ISO 8601, {@code PT4H30M},
 * {@code PT0.5S}. The last unit may have a fraction. A day is 24 hours and a week 7 days, never a working day; months
 * and years have no fixed length.
 */
public final class Durations {
    /** The longest that is read: 100,000 hours. */
    public static final Duration LONGEST = Duration.ofHours(100_000);

    public static final String ALLOWED = "4h30m, 90m, 45s, or ISO 8601 such as PT4H30M; up to 100000h";
    private static final String NUMBER = "([0-9]{1,15}(?:[.,][0-9]{1,9})?)";
    private static final Pattern ISO =
            Pattern.compile("P(?:%1$sW)?(?:%1$sD)?(?:T(?=[0-9])(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?)?".formatted(NUMBER));
    private static final Pattern SHORT =
            Pattern.compile("(?:%1$sW)?(?:%1$sD)?(?:%1$sH)?(?:%1$sM(?:IN)?)?(?:%1$sS)?".formatted(NUMBER));
    private static final long[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};

    private Durations() {}

    /** @throws HoursSyntaxException if this is no duration, is negative, or longer than {@link #LONGEST} */
    public static Duration parse(String text) {
        String form = text.strip().toUpperCase(Locale.ROOT);
        if (form.length() > 100) {
            throw new HoursSyntaxException("not a duration", text, ALLOWED);
        }
        if (form.matches("P[^T]*[0-9][YM].*")) {
            throw new HoursSyntaxException("months and years have no fixed length", text, ALLOWED);
        }
        if (form.startsWith("-") || form.startsWith("P-")) {
            throw new HoursSyntaxException("a negative duration", text, ALLOWED);
        }
        Matcher parts =
                (form.startsWith("P") ? ISO : SHORT).matcher(form.startsWith("P") ? form : form.replace(" ", ""));
        if (!parts.matches()) {
            throw new HoursSyntaxException("not a duration", text, ALLOWED);
        }
        return sum(parts, text);
    }

    private static Duration sum(Matcher parts, String text) {
        BigDecimal seconds = null;
        boolean fraction = false;
        for (int unit = 0; unit < SECONDS.length; unit++) {
            String number = parts.group(unit + 1);
            if (number == null) {
                continue;
            }
            if (fraction) {
                throw new HoursSyntaxException("only the last unit may have a fraction", text, ALLOWED);
            }
            fraction = !number.chars().allMatch(Character::isDigit);
            BigDecimal value = new BigDecimal(number.replace(',', '.')).multiply(BigDecimal.valueOf(SECONDS[unit]));
            seconds = seconds == null ? value : seconds.add(value);
        }
        if (seconds == null) {
            throw new HoursSyntaxException("not a duration", text, ALLOWED);
        }
        if (seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
            throw new HoursSyntaxException("too long", text, ALLOWED);
        }
        return Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    /**
     * {@code 4h30m}, {@code 1h0m5.25s} cut to what is not zero; {@code 0m} for none. Hours are not folded into days.
     */
    public static String format(Duration duration) {
        var text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append('h');
        }
        if (duration.toMinutesPart() > 0) {
            text.append(duration.toMinutesPart()).append('m');
        }
        if (duration.toSecondsPart() > 0 || duration.getNano() > 0) {
            text.append(new BigDecimal(duration.getNano())
                            .movePointLeft(9)
                            .add(BigDecimal.valueOf(duration.toSecondsPart()))
                            .stripTrailingZeros()
                            .toPlainString())
                    .append('s');
        }
        return text.isEmpty() ? "0m" : text.toString();
    }
}
