package guichet.core.desk;

import guichet.core.hours.Wait;
import java.util.List;

/** When a time-driven automation falls due, seen from the ticket. Every wait of a list is one step of its own. */
public sealed interface Timer {
    /** So long after the last touch by a person in that state; a touch starts all steps anew (S3-11, S3-12). */
    record UntouchedFor(List<Wait> waits) implements Timer {
    }

    /** So long after the state was entered, whatever happened since (S0-07). */
    record InStateFor(List<Wait> waits) implements Timer {
    }

    /** At the instant that was given as this input when the state was entered (S1-09, S1-14). */
    record At(String input) implements Timer {
    }
}
