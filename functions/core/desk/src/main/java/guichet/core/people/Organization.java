package guichet.core.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer company of a desk.
 *
 * @param domains mail domains whose people belong to it, in lower case; a domain counts only because it is listed here
 * @param links its environments and documents, by label (S0-06)
 * @param integrator the partner who serves it, where it is no direct customer (S2-04)
 */
public record Organization(
        String desk,
        String id,
        String name,
        List<String> domains,
        String contract,
        Map<String, String> links,
        Optional<String> integrator) {}
