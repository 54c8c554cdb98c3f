package guichet.core.hours;

import java.util.Locale;

/** Why a day is closed: a public holiday, or a rule by which the desk file closes it. */
public interface ClosedDay {
    /** What the day is called, in the locale's language; in English where the product does not speak that. */
    String name(Locale locale);
}
