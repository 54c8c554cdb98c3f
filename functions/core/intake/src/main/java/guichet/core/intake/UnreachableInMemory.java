package guichet.core.intake;

import guichet.core.notice.DeliveryFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The addresses that mail does not reach, for stories and tests. */
public final class UnreachableInMemory implements UnreachableAddresses {
    private final Map<String, DeliveryFailure> failures = new HashMap<>();

    @Override
    public boolean contains(String address) {
        return failures.containsKey(address);
    }

    @Override
    public void mark(String address, DeliveryFailure failure) {
        failures.put(address, failure);
    }

    @Override
    public void lift(String address) {
        failures.remove(address);
    }

    /** What keeps us from writing there now. */
    public Optional<DeliveryFailure> failure(String address, Instant now) {
        return Optional.ofNullable(failures.get(address)).filter(failure -> failure.holds(now));
    }
}
