package guichet.core.intake;

import guichet.core.notice.DeliveryFailure;

/** Which addresses mail does not reach, whatever desk wrote to them, in lower case: a port. */
public interface UnreachableAddresses {
    /** Also where it failed for a while that is over. */
    boolean contains(String address);

    void mark(String address, DeliveryFailure failure);

    /** Whoever has it wrote to us. */
    void lift(String address);
}
