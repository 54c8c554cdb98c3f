package guichet.core.people;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people and organizations of the desks; a port that the store implements. Addresses and domains are asked for in
 * lower case.
 */
public interface Directory {
    Optional<Contact> contact(String desk, String address);

    /** Those of these people that are listed, by address; for who will ask for each. */
    default Map<String, Contact> contacts(String desk, Set<String> addresses) {
        return addresses.stream()
                .map(address -> contact(desk, address))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Contact::address, Function.identity()));
    }

    Optional<Organization> organization(String desk, String id);

    Optional<Organization> organizationOfDomain(String desk, String domain);
}
