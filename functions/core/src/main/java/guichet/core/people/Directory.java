package guichet.core.people;

import java.util.Optional;

/** The people and organizations of the desks; a port that the store implements. Addresses and domains are asked for in lower case. */
public interface Directory {
    Optional<Contact> contact(String desk, String address);

    Optional<Organization> organization(String desk, String id);

    Optional<Organization> organizationOfDomain(String desk, String domain);
}
