package guichet.portal.ticket;

import java.time.Instant;

/** Which addresses mail does not reach, whatever desk wrote to them: a port. */
public interface UnreachableMarks {
    /** Mail goes there again, but for what fails later. @param address as it is kept */
    void lift(String address, Instant at);
}
