package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import guichet.local.lambda.LambdaFunction;
import guichet.local.template.EventSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A DynamoDB event source mapping: one reader for each shard, a shard's parent before it. Readers sleep until something
 * was written to the table or a second has passed.
 */
public final class StreamPoller implements AutoCloseable {
    private static final long DISCOVERY_MILLIS = 30_000;

    private final EventSource.Stream source;
    private final StreamApi api;
    private final Checkpoints checkpoints;
    private final BatchRunner batches;
    private final Consumer<JsonNode> observer;
    private final Map<String, ShardReader> readers = new ConcurrentHashMap<>();
    private final Thread discovery;
    private volatile boolean closed;

    private StreamPoller(
            EventSource.Stream source,
            StreamApi api,
            Checkpoints checkpoints,
            BatchRunner batches,
            Consumer<JsonNode> observer) {
        this.source = source;
        this.api = api;
        this.checkpoints = checkpoints;
        this.batches = batches;
        this.observer = observer;
        this.discovery =
                Thread.ofPlatform().daemon().name("stream-" + source.name()).unstarted(this::discover);
    }

    /**
     * @param checkpoints where to keep how far it got, or null
     * @param givenUp told of records that were tried for the last time
     * @param observer sees each record that passes the filter, once
     */
    public static StreamPoller start(
            EventSource.Stream source,
            LambdaFunction function,
            URI endpoint,
            Path checkpoints,
            Rudeness rudeness,
            GivenUp givenUp,
            Consumer<JsonNode> observer)
            throws IOException {
        var poller = new StreamPoller(
                source,
                new StreamApi(endpoint),
                new Checkpoints(checkpoints),
                new BatchRunner(source, function, rudeness, givenUp),
                observer);
        poller.discovery.start();
        return poller;
    }

    private void discover() {
        while (!closed) {
            try {
                findShards();
                pause(DISCOVERY_MILLIS);
            } catch (IOException e) {
                if (!closed) {
                    System.getLogger("guichet.local")
                            .log(System.Logger.Level.WARNING, source.name() + ": " + e.getMessage());
                }
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void pause(long millis) throws InterruptedException {
        if (!closed) {
            wait(millis);
        }
    }

    private void findShards() throws IOException, InterruptedException {
        String after = null;
        do {
            var request = Http.JSON.createObjectNode().put("StreamArn", source.streamArn());
            if (after != null) {
                request.put("ExclusiveStartShardId", after);
            }
            var stream = api.call("DescribeStream", request).path("StreamDescription");
            for (var shard : stream.path("Shards")) {
                open(shard.path("ShardId").asText(), shard.path("ParentShardId").asText(null));
            }
            after = stream.path("LastEvaluatedShardId").asText(null);
        } while (after != null);
    }

    private void open(String shard, String parent) {
        var parentPending = parent != null
                && readers.containsKey(parent)
                && !Checkpoints.FINISHED.equals(checkpoints.position(parent));
        if (!parentPending
                && !readers.containsKey(shard)
                && !Checkpoints.FINISHED.equals(checkpoints.position(shard))) {
            readers.put(shard, ShardReader.start(source, shard, api, checkpoints, batches, observer, this::changed));
            changed();
        }
    }

    private synchronized void changed() {
        notifyAll();
    }

    /** Something was written: readers look at once. */
    public void wake() {
        readers.values().forEach(ShardReader::wake);
    }

    /**
     * Blocks until every shard has been read to its end by a look that began after this call; false when time runs out.
     */
    public boolean awaitCaughtUp(long millis) throws InterruptedException {
        var deadline = System.nanoTime() + millis * 1_000_000L;
        if (!awaitShards(deadline)) {
            return false;
        }
        for (var reader : List.copyOf(readers.values())) {
            if (!reader.awaitCaughtUp(deadline)) {
                return false;
            }
        }
        return true;
    }

    private synchronized boolean awaitShards(long deadline) throws InterruptedException {
        while (readers.isEmpty()) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        changed();
        discovery.interrupt();
        readers.values().forEach(ShardReader::close);
        api.close();
    }
}
