package guichet.portal.people;

import java.util.Map;
import java.util.Optional;

/**
 * Whose token this is: a port. People are keyed by the token's {@code sub}, which is bound to a mail address when access is approved; an
 * access token of Cognito carries no address at all. What somebody is (customer, agent, lead) is never read from a token.
 */
public interface Identities {
    /**
     * The mail address, in lower case, of the person to whom the authorizer's claims belong; empty for somebody whose {@code sub} is
     * bound to none.
     */
    Optional<String> address(Map<String, String> claims);
}
