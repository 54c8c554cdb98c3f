package guichet.sweeps;

import guichet.runtime.Metric;
import guichet.store.DueIndex;
import guichet.store.NewerFormatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Where what is due goes that cannot be handled: a ticket of a desk that is no longer deployed, an item that cannot be
 * read. It leaves the sweeps' list, raises an alarm, and comes back by {@code ./guichet parked --release}; left on the
 * list it would fail again each minute, and in time take the place of what can be handled.
 */
@ApplicationScoped
class Parking {
    private static final Logger LOG = Logger.getLogger(Parking.class);

    @Inject
    DueIndex index;

    /** Something that cannot be handled by trying again. */
    static final class NoSuchDesk extends RuntimeException {
        NoSuchDesk(String item, String desk) {
            super(item + " is due, and this deployment has no desk " + desk);
        }
    }

    /**
     * Whether the next try may go better: the table did not answer, a newer version's functions are about to take over,
     * or a ticket keeps changing under our hands.
     */
    static boolean mayPass(RuntimeException e) {
        return e instanceof SdkException || e instanceof NewerFormatException || e instanceof IllegalStateException;
    }

    void park(DueIndex.Item item, RuntimeException why, Instant at) {
        if (index.park(item, String.valueOf(why.getMessage()))) {
            LOG.errorf(why, "%s is parked: it was due and cannot be handled", item.name());
            Metric.put("DueParked", "Count", 1, at, Map.of("item", item.name()));
        }
    }
}
