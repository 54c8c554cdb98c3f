package guichet.core.desk;

import java.net.URI;
import java.util.Set;

/**
 * The issue tracker in which problems are registered (S0-09).
 *
 * @param project name of the project there, with {@code {organization}} for the customer's
 * @param states on entering which a ticket is registered and linked
 * @param time whether booked time goes there too
 */
public record Tracker(Kind kind, URI url, String project, Set<String> states, boolean time) {
    public enum Kind {
        REDMINE
    }
}
