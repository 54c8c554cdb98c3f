package guichet.core.hours;

import guichet.core.text.Bundle;
import guichet.core.text.Message;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** What business hours say of closed days. */
final class HoursWords {
    private static final Bundle WORDS = Bundle.of(HoursWords.class);

    static final Message HOLIDAY = WORDS.message("holiday");
    static final Message ABOLITION = WORDS.message("holiday.abolition");
    static final Message YEARLY = WORDS.message("closed.yearly", "day");
    static final Message YEARLY_SPAN = WORDS.message("closed.yearly.span", "from", "to");
    static final Message DATED = WORDS.message("closed.dated", "day");
    static final Message DATED_SPAN = WORDS.message("closed.dated.span", "from", "to");
    static final Message DAY_OF_YEAR = WORDS.message("day-of-year.pattern");
    static final Message DAY = WORDS.message("day.pattern");

    private HoursWords() {}

    /**
     * Where Jollyday has the names of holidays for that reader. Its English stands in the root; a language that it
     * lacks would fall back to the machine's.
     */
    static Locale ofHolidays(Locale reader) {
        var language = reader.getLanguage();
        return WORDS.speaks(language) && !language.equals("en") ? Locale.of(language) : Locale.ROOT;
    }

    /** One day, or from one to another. */
    static String say(
            Message one, Message span, Message pattern, TemporalAccessor from, TemporalAccessor to, Locale locale) {
        var language = locale.getLanguage();
        var day = DateTimeFormatter.ofPattern(pattern.in(language), Locale.ROOT);
        return from.equals(to)
                ? one.in(language, day.format(from))
                : span.in(language, day.format(from), day.format(to));
    }
}
