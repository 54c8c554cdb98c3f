package guichet.core.desk;

import java.util.List;
import java.util.Optional;

/**
 * A state of a request type's workflow.
 *
 * @param waitingFor whom the ticket waits for while in this state; empty when it is the desk's turn
 * @param asks what must (or may) be given to enter this state
 */
public record State(
        String id,
        LocalizedText label,
        boolean initial,
        boolean closed,
        Optional<WaitingFor> waitingFor,
        List<Ask> asks) {

    public enum WaitingFor {
        CUSTOMER,
        THIRD_PARTY
    }

    /** An input asked for on entering a state: {@code comment}, or one that the request type defines. */
    public record Ask(String input, boolean required) {
        public static final String COMMENT = "comment";
    }
}
