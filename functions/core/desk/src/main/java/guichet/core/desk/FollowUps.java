package guichet.core.desk;

import guichet.core.hours.Delay;
import java.util.Optional;

/**
 * What a customer's message to a closed ticket does: for a while (or for ever) one thing, and after that another.
 *
 * @param within how long after closing {@code first} holds; empty: for ever
 */
public record FollowUps(Effect first, Optional<Delay> within, Effect then) {
    public enum Effect {
        REOPEN,
        NEW_TICKET,
        REFUSE
    }
}
