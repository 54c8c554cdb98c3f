package guichet.core.intake;

import guichet.core.notice.DeliveryFailure;
import java.time.Instant;

/** Which addresses mail does not reach, whatever desk wrote to them, in lower case: a port. */
public interface UnreachableAddresses {
    /** Also where it failed for a while that is over. */
    boolean contains(String address);

    /** @return whether it counts: not where the mark was lifted since it failed, or an older failure is for good */
    boolean mark(String address, DeliveryFailure failure);

    /** Whoever has it wrote to us: what failed until then no longer counts. */
    void lift(String address, Instant at);
}
