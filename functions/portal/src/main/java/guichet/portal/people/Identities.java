package guichet.portal.people;

import java.util.Optional;

/**
 * Whose token this is: a port. People are keyed by the token's {@code sub}, which is bound to a mail address when
 * access is approved. Nothing else in a token says who somebody is: an access token of Cognito carries no address, and
 * one that another token names is no proof. What somebody is (customer, agent, lead) is never read from a token either.
 */
public interface Identities {
    /**
     * The mail address, in lower case, that a {@code sub} is bound to; empty for somebody whose access nobody approved,
     * or no longer.
     */
    Optional<String> address(String sub);
}
