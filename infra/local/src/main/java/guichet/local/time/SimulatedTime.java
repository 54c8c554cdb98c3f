package guichet.local.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The time that somebody says it is, where the wall clock's does not serve: functions take theirs from their events,
 * which the gateway and the mail server of this stack write. On AWS nobody can say what time it is.
 */
public final class SimulatedTime {
    /** Of a request, or of a mail; it goes no further than the gateway and the mail server. */
    public static final String HEADER = "X-Guichet-At";
    /** The years for which business hours are computed. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2149-12-31T23:59:59.999Z");
    private static final int SHOWN = 60;

    /** What was said is no time; the message names it, and says what is allowed. */
    public static final class Unreadable extends RuntimeException {
        private Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private SimulatedTime() {}

    /**
     * @param written the value of {@link #HEADER}; null where it is not there, for the wall clock's time. Milliseconds
     *     count
     * @throws Unreadable if it is no ISO 8601 instant with an offset
     */
    public static Instant orNow(String written) {
        return (written == null ? Instant.now() : parse(HEADER, written)).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * @param name what the message calls it
     * @throws Unreadable if it is no ISO 8601 instant with an offset
     */
    public static Instant parse(String name, String written) {
        try {
            var at = OffsetDateTime.parse(written.strip()).toInstant();
            if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // Said below, as of any other that will not do.
        }
        var shown = written.length() <= SHOWN ? written : written.substring(0, SHOWN) + "...";
        throw new Unreadable(name + " is \"" + shown.replaceAll("[^\\x20-\\x7e]", "?")
                + "\"; it must be an ISO 8601 instant with an offset, of the years 1900 to 2149");
    }
}
