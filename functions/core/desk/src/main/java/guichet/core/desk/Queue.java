package guichet.core.desk;

import java.util.List;
import java.util.Optional;

/**
 * A queue of a desk (S1-01).
 *
 * @param valid an obsolete queue keeps its tickets and takes no new one
 * @param workedBy the group (or agent address) that works it; empty for all agents
 * @param emptiesAfter how long a ticket stays before it is destroyed; empty for ever
 * @param forwardsTo an address to which every ticket that enters is sent (S1-01)
 */
public record Queue(
        String id,
        LocalizedText label,
        LocalizedText purpose,
        boolean valid,
        List<String> workedBy,
        Optional<guichet.core.hours.Delay> emptiesAfter,
        Optional<FollowUps> followUps,
        Optional<String> forwardsTo) {}
