package guichet.fanout;

import guichet.runtime.Batch;
import guichet.runtime.BatchResponse;
import guichet.runtime.StreamBatch;
import guichet.store.StoredCommit;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Reads the table's stream: what was written becomes notices on their queues, and events on the company's bus. */
public class FanoutFunction {
    private static final Logger LOG = Logger.getLogger(FanoutFunction.class);

    /** A commit and the place of its record in the stream. */
    record Item(String sequenceNumber, StoredCommit committed, byte[] packed) {}

    @Inject
    NoticeQueues notices;

    @Inject
    CompanyBus bus;

    @Funq("fanout")
    public BatchResponse fanout(StreamBatch batch) {
        var items = new ArrayList<Item>();
        Optional<String> unreadable = Optional.empty();
        for (var change : batch.records()) {
            try {
                read(change).ifPresent(items::add);
            } catch (RuntimeException e) {
                LOG.errorf(e, "stream record %s cannot be read", change.eventID());
                unreadable = Optional.of(change.dynamodb().sequenceNumber());
                break;
            }
        }
        var failed = failed(items);
        var first = items.stream()
                .map(Item::sequenceNumber)
                .filter(failed::contains)
                .findFirst()
                .or(orElse(unreadable));
        return Batch.upTo(first.stream().toList());
    }

    private static java.util.function.Supplier<Optional<String>> orElse(Optional<String> other) {
        return () -> other;
    }

    /** Only inserts of commits are of interest; the mapping filters the rest away, and so do we. */
    private static Optional<Item> read(StreamBatch.Change change) {
        var image = change.dynamodb().newImage();
        if (image == null
                || !"INSERT".equals(change.eventName())
                || !image.containsKey(StoredCommit.KIND)
                || !StoredCommit.COMMIT.equals(image.get(StoredCommit.KIND).text())) {
            return Optional.empty();
        }
        var packed = image.get(StoredCommit.PACKED).bytes();
        return Optional.of(new Item(
                change.dynamodb().sequenceNumber(),
                StoredCommit.unpack(image.get(StoredCommit.ID).text(), packed),
                packed));
    }

    private Set<String> failed(List<Item> items) {
        var failed = notices.send(items);
        failed.addAll(bus.put(items));
        return failed;
    }
}
