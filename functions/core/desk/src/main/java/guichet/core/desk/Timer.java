package guichet.core.desk;

import guichet.core.hours.Delay;
import java.util.List;

/** When a time-driven automation falls due, seen from the ticket. Every wait of a list is one step of its own. */
public sealed interface Timer {
    /** So long after the last touch by a person in that state; a touch starts all steps anew (S3-11, S3-12). */
    record UntouchedFor(List<Delay> waits) implements Timer {}

    /** So long after the state was entered, whatever happened since (S0-07). */
    record InStateFor(List<Delay> waits) implements Timer {}

    /** So long since the ticket awaits the desk: a person's message that nobody has answered (S0-01). */
    record UnansweredFor(List<Delay> waits) implements Timer {}

    /**
     * At the instant, on the date (at the time of day the state was entered) or after the days that were given as this
     * input when the state was entered (S1-09, S1-14).
     *
     * @param before so long before that instant by the calendar, each a step of its own; empty: at the instant itself
     */
    record At(String input, List<Delay.Calendar> before) implements Timer {}
}
