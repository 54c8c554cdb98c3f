package guichet.core.hours;

import java.util.Locale;

/** What a closed day is called: a public holiday's name, or the form in which the desk file closes it. */
public record ClosedDay(String english, String french) {
    /** French for French locales, English for all others. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
