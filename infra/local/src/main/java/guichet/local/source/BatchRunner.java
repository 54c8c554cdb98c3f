package guichet.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import guichet.local.lambda.LambdaFunction;
import guichet.local.lambda.Outcome;
import guichet.local.template.EventSource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Takes a batch of stream records through a function: what failed first, and all after it, is tried again; a batch that
 * makes no progress is cut in two; records that were tried often enough or are too old go to the on-failure
 * destination.
 */
final class BatchRunner {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    /** Told the last sequence number that is done with. */
    interface Progress {
        void moveTo(String sequence) throws IOException;
    }

    private final EventSource.Stream source;
    private final LambdaFunction function;
    private final Rudeness rudeness;
    private final GivenUp givenUp;

    BatchRunner(EventSource.Stream source, LambdaFunction function, Rudeness rudeness, GivenUp givenUp) {
        this.source = source;
        this.function = function;
        this.rudeness = rudeness;
        this.givenUp = givenUp;
    }

    void run(String shard, List<? extends JsonNode> batch, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        run(shard, batch, 0, progress);
    }

    private void run(String shard, List<? extends JsonNode> batch, int tries, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        var left = batch;
        var tried = tries;
        while (!left.isEmpty()) {
            if (tooOld(left.getFirst())) {
                giveUp(shard, left.subList(0, 1), "RecordAgeExceeded", tried);
                progress.moveTo(StreamEvents.sequence(left.getFirst()));
                left = left.subList(1, left.size());
                continue;
            }
            var done = invoke(left);
            if (done > 0) {
                progress.moveTo(StreamEvents.sequence(left.get(done - 1)));
                left = left.subList(done, left.size());
            } else if (source.bisect() && left.size() > 1) {
                var half = left.size() / 2;
                run(shard, left.subList(0, half), tried, progress);
                run(shard, left.subList(half, left.size()), tried, progress);
                return;
            } else if (source.retries() >= 0 && tried >= source.retries()) {
                giveUp(shard, left, "RetryAttemptsExhausted", tried + 1);
                progress.moveTo(StreamEvents.sequence(left.getLast()));
                return;
            } else {
                Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tried, 10)));
                tried++;
            }
        }
    }

    /** Where the batch failed first; its size where it did not. */
    private int invoke(List<? extends JsonNode> records) throws IOException, InterruptedException, ExecutionException {
        var ids = records.stream().map(StreamEvents::sequence).toList();
        var event = QueueEvents.event(records);
        var outcome = function.invoke(event).get();
        if (rudeness.twice() && outcome instanceof Outcome.Answered) {
            function.invoke(event).get();
        }
        var failed = BatchAnswer.failed(outcome, source.partial(), ids);
        return (int) ids.stream().takeWhile(id -> !failed.contains(id)).count();
    }

    private boolean tooOld(JsonNode record) {
        return source.maxAge() != null
                && StreamEvents.created(record) + source.maxAge().toSeconds()
                        < Instant.now().getEpochSecond();
    }

    private void giveUp(String shard, List<? extends JsonNode> records, String condition, int invocations)
            throws IOException {
        var now = Instant.now();
        var about = Http.JSON.createObjectNode();
        about.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.spec().arn())
                .put("condition", condition)
                .put("approximateInvokeCount", invocations);
        about.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        about.put("version", "1.0").put("timestamp", now.toString());
        about.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", StreamEvents.sequence(records.getFirst()))
                .put("endSequenceNumber", StreamEvents.sequence(records.getLast()))
                .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
                .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
                .put("batchSize", records.size())
                .put("streamArn", source.streamArn());
        var day = now.toString().substring(0, 10);
        var name = "aws/lambda/" + source.name() + "/" + shard + "/" + day.replace('-', '/') + "/"
                + now.toString().substring(0, 19).replace(':', '.') + "-" + UUID.randomUUID();
        givenUp.accept(about, QueueEvents.event(records), name);
    }

    private static String arrival(JsonNode record) {
        return Instant.ofEpochMilli((long) (StreamEvents.created(record) * 1000))
                .toString();
    }
}
