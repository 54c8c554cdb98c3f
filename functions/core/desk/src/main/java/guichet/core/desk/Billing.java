package guichet.core.desk;

import java.util.Map;
import java.util.Optional;

/**
 * How time is booked and billed (S4-02, S4-04, S4-07, S4-08).
 *
 * @param task title of the task on which time is booked, with {@code {number} {subject} {month} {year}}
 * @param newTask how often a ticket gets a new one
 * @param time kinds of time, by id
 * @param billed by request type
 * @param estimate how an estimate is validated
 */
public record Billing(
        String task,
        NewTask newTask,
        Map<String, TimeKind> time,
        Map<String, Basis> billed,
        Statement statement,
        Optional<Estimate> estimate) {
    public enum NewTask {
        ONCE,
        MONTHLY
    }

    public enum Basis {
        TIME,
        ESTIMATE,
        NOTHING
    }

    public enum Statement {
        NONE,
        MONTHLY
    }

    public record TimeKind(LocalizedText label, boolean billable) {}

    /** An estimate waits for the customer in one state; accepting and refusing it lead to two others. */
    public record Estimate(String type, String in, String accepted, String refused) {}
}
