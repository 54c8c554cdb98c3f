package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import guichet.local.template.EventSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads one shard in order; a batch is worked off before the next is read. */
final class ShardReader implements AutoCloseable {
    private static final long IDLE_MILLIS = 1000;
    /** Lambda looks at a shard four times a second, and takes what has come meanwhile as one batch. */
    private static final long BETWEEN_LOOKS = 250_000_000L;

    private final EventSource.Stream source;
    private final String shard;
    private final StreamApi api;
    private final Checkpoints checkpoints;
    private final BatchRunner batches;
    private final EventFilter filter;
    private final Consumer<JsonNode> observer;
    private final Runnable ended;
    private Thread thread;
    private boolean woken;
    private long emptyLooks;
    private int waiting;
    private volatile boolean closed;

    private ShardReader(
            EventSource.Stream source,
            String shard,
            StreamApi api,
            Checkpoints checkpoints,
            BatchRunner batches,
            Consumer<JsonNode> observer,
            Runnable ended) {
        this.source = source;
        this.shard = shard;
        this.api = api;
        this.checkpoints = checkpoints;
        this.batches = batches;
        this.filter = new EventFilter(source.filters());
        this.observer = observer;
        this.ended = ended;
    }

    static ShardReader start(
            EventSource.Stream source,
            String shard,
            StreamApi api,
            Checkpoints checkpoints,
            BatchRunner batches,
            Consumer<JsonNode> observer,
            Runnable ended) {
        var reader = new ShardReader(source, shard, api, checkpoints, batches, observer, ended);
        reader.thread = Thread.ofPlatform().daemon().name("shard-" + shard).start(reader::run);
        return reader;
    }

    private void run() {
        String iterator = null;
        while (!closed) {
            try {
                iterator = read(iterator == null ? iterator() : iterator);
                if (iterator == null) {
                    checkpoints.move(shard, Checkpoints.FINISHED);
                    finish();
                    return;
                }
            } catch (IOException | ExecutionException e) {
                iterator = null;
                if (!closed) {
                    System.getLogger("guichet.local")
                            .log(System.Logger.Level.WARNING, source.name() + ": " + e.getMessage());
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String iterator() throws IOException, InterruptedException {
        var position = checkpoints.position(shard);
        var request = Http.JSON
                .createObjectNode()
                .put("StreamArn", source.streamArn())
                .put("ShardId", shard);
        if (position == null) {
            request.put("ShardIteratorType", source.fromStart() ? "TRIM_HORIZON" : "LATEST");
        } else {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", position);
        }
        try {
            return api.call("GetShardIterator", request).path("ShardIterator").asText();
        } catch (StreamApi.Refused e) {
            if (!e.type.equals("TrimmedDataAccessException")) {
                throw e;
            }
            return api.call(
                            "GetShardIterator",
                            request.put("ShardIteratorType", "TRIM_HORIZON").without(List.of("SequenceNumber")))
                    .path("ShardIterator")
                    .asText();
        }
    }

    /** The next iterator, or null at the end of a closed shard. */
    private String read(String iterator) throws IOException, InterruptedException, ExecutionException {
        var looked = System.nanoTime();
        var deadline = looked + source.window().toNanos();
        var records = new ArrayList<JsonNode>();
        var next = iterator;
        String last = null;
        do {
            var answer = api.call(
                    "GetRecords",
                    Http.JSON
                            .createObjectNode()
                            .put("ShardIterator", next)
                            .put("Limit", source.batchSize() - records.size()));
            next = answer.path("NextShardIterator").asText(null);
            for (var record : answer.path("Records")) {
                last = record.path("dynamodb").path("SequenceNumber").asText();
                if (filter.takes(record)) {
                    observer.accept(record);
                    records.add(StreamEvents.record(record, source.streamArn()));
                }
            }
            if (answer.path("Records").isEmpty() && (records.isEmpty() || System.nanoTime() >= deadline)) {
                break;
            }
        } while (next != null
                && records.size() < source.batchSize()
                && (records.isEmpty() || System.nanoTime() < deadline));
        if (last != null) {
            batches.run(shard, records, position -> checkpoints.move(shard, position));
            checkpoints.move(shard, last);
            pauseUntil(looked + BETWEEN_LOOKS);
        } else if (next != null) {
            idle();
        }
        return next;
    }

    /** As long as Lambda pauses; not at all while somebody waits until everything is read. */
    private synchronized void pauseUntil(long nanos) throws InterruptedException {
        for (var left = nanos - System.nanoTime();
                left > 0 && waiting == 0 && !closed;
                left = nanos - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private synchronized void idle() throws InterruptedException {
        emptyLooks++;
        notifyAll();
        if (!woken && !closed) {
            wait(IDLE_MILLIS);
        }
        woken = false;
    }

    private synchronized void finish() {
        emptyLooks = Long.MAX_VALUE;
        notifyAll();
        ended.run();
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** The first look that ends from now on may have begun before; the second has not. */
    synchronized boolean awaitCaughtUp(long deadline) throws InterruptedException {
        var wanted = emptyLooks == Long.MAX_VALUE ? emptyLooks : emptyLooks + 2;
        waiting++;
        try {
            while (emptyLooks < wanted) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closed) {
                    return false;
                }
                wake();
                wait(Math.min(left, 50));
            }
            return true;
        } finally {
            waiting--;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
