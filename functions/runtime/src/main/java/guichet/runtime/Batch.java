package guichet.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** One bad record never fails its batch. */
public final class Batch {
    private static final Logger LOG = Logger.getLogger(Batch.class);

    private Batch() {
    }

    /** What is done with one message; whatever it throws makes that message come again, and in the end go to the dead-letter queue. */
    @FunctionalInterface
    public interface Handler {
        void handle(SqsBatch.Message message) throws Exception;
    }

    public static BatchResponse each(SqsBatch batch, Handler handler) {
        var failed = new ArrayList<String>();
        for (var message : batch.records()) {
            try {
                handler.handle(message);
            } catch (Exception e) {
                LOG.errorf(e, "message %s failed", message.messageId());
                failed.add(message.messageId());
            }
        }
        return BatchResponse.of(failed);
    }

    /** A stream goes on from the first record that failed, so the rest waits behind it. */
    public static BatchResponse upTo(List<String> failedSequenceNumbers) {
        return BatchResponse.of(failedSequenceNumbers.stream().limit(1).toList());
    }
}
