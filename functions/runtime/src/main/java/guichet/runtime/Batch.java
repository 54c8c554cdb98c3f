package guichet.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** One bad record never fails its batch. */
public final class Batch {
    private static final Logger LOG = Logger.getLogger(Batch.class);

    private Batch() {}

    /** A message and what its body says. */
    public record Read<T>(SqsBatch.Message message, T body) {}

    /** What a message's body says. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String body);
    }

    /**
     * What is done once for all messages that can be read. If AWS does not answer, all of them come again; if it fails
     * for anything else, it is done for each alone, since the others can be handled.
     */
    @FunctionalInterface
    public interface Preparation<T> {
        Handler<T> prepare(List<Read<T>> messages);
    }

    /**
     * What is done with one message; whatever it throws makes that message come again, and in the end go to the
     * dead-letter queue.
     */
    @FunctionalInterface
    public interface Handler<T> {
        void handle(Read<T> message) throws Exception;
    }

    public static <T> BatchResponse each(SqsBatch batch, Reader<T> reader, Preparation<T> preparation) {
        var failed = new ArrayList<String>();
        var readable = new ArrayList<Read<T>>();
        each(
                batch.records(),
                message -> message,
                message -> readable.add(new Read<>(message, reader.read(message.body()))),
                failed);
        if (!readable.isEmpty()) {
            handle(List.copyOf(readable), preparation, failed);
        }
        return BatchResponse.of(failed);
    }

    private static <T> void handle(List<Read<T>> messages, Preparation<T> preparation, List<String> failed) {
        Handler<T> handler;
        try {
            handler = preparation.prepare(messages);
        } catch (SdkException outage) {
            LOG.errorf(outage, "a batch of %d failed before its first message", messages.size());
            messages.forEach(read -> failed.add(read.message().messageId()));
            return;
        } catch (RuntimeException e) {
            if (messages.size() > 1) {
                LOG.warnf("a message of %d leads to %s: each is tried alone", messages.size(), e.getMessage());
                messages.forEach(message -> handle(List.of(message), preparation, failed));
                return;
            }
            handler = _ -> {
                throw e;
            };
        }
        each(messages, Read::message, handler::handle, failed);
    }

    private interface Doing<I> {
        void with(I item) throws Exception;
    }

    private static <I> void each(
            List<I> items,
            java.util.function.Function<I, SqsBatch.Message> messageOf,
            Doing<I> doing,
            List<String> failed) {
        for (var item : items) {
            try {
                doing.with(item);
            } catch (NotYetException ordinary) {
                var id = messageOf.apply(item).messageId();
                LOG.infof("message %s comes again: %s", id, ordinary.getMessage());
                failed.add(id);
            } catch (Exception e) {
                var id = messageOf.apply(item).messageId();
                LOG.errorf(e, "message %s failed", id);
                failed.add(id);
            }
        }
    }

    /** A stream goes on from the first record that failed, so the rest waits behind it. */
    public static BatchResponse upTo(List<String> failedSequenceNumbers) {
        return BatchResponse.of(failedSequenceNumbers.stream().limit(1).toList());
    }
}
