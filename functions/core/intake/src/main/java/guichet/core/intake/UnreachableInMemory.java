package guichet.core.intake;

import guichet.core.notice.DeliveryFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The addresses that mail does not reach, for stories and tests. */
public final class UnreachableInMemory implements UnreachableAddresses {
    private final Map<String, DeliveryFailure> failures = new HashMap<>();
    private final Map<String, Instant> lifted = new HashMap<>();

    @Override
    public boolean contains(String address) {
        return failures.containsKey(address);
    }

    @Override
    public boolean mark(String address, DeliveryFailure failure) {
        var before = failures.get(address);
        var since = lifted.get(address);
        if (since != null && !since.isBefore(failure.at())
                || before != null && before.until().isEmpty() && failure.until().isPresent()) {
            return false;
        }
        failures.put(address, failure);
        return true;
    }

    @Override
    public void lift(String address, Instant at) {
        failures.remove(address);
        lifted.put(address, at);
    }

    /** What keeps us from writing there now. */
    public Optional<DeliveryFailure> failure(String address, Instant now) {
        return Optional.ofNullable(failures.get(address)).filter(failure -> failure.holds(now));
    }
}
