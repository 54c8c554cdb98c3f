package guichet.core.hours;

/** Why a stretch of time does not count. */
public sealed interface Reason {
    /** Before the first or after the last opening of a day, or on a day of the week without one. */
    record OutsideHours() implements Reason {}

    /** Between two openings of the same day. */
    record Break() implements Reason {}

    /** A closed day: a public holiday or a day that the desk has named. */
    record Closed(ClosedDay day) implements Reason {}

    Reason OUTSIDE_HOURS = new OutsideHours();
    Reason BREAK = new Break();
}
