package guichet.core.desk;

import java.util.Set;

/**
 * An allowed transition. {@link #BACK} as its target means the state that the ticket was in before the present one
 * (S4-01); a state may lead to itself, where an operation is planned anew (S3-02).
 */
public record AllowedTransition(String from, String to, Set<Role> by) {
    public static final String BACK = "back";
}
