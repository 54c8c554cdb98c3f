package guichet.local.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** An on-failure destination: takes the record that Lambda writes of what it will not try again. */
public interface GivenUp {
    /**
     * @param about the invocation record
     * @param payload the whole event, for a destination that takes it
     * @param name under which a bucket keeps it
     */
    void accept(ObjectNode about, byte[] payload, String name) throws IOException;
}
