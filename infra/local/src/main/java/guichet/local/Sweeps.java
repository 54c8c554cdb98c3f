package guichet.local;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import guichet.local.lambda.LambdaFunction;
import guichet.local.lambda.Outcome;
import guichet.local.rights.Rights;
import guichet.local.source.GivenUp;
import guichet.local.template.EventSource;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The scheduled function: invoked each minute with that minute, or when asked with the time asked for. Counts the
 * tickets that a sweep acts on by what the table's stream shows: commits whose {@code cause} is a timer.
 */
final class Sweeps implements AutoCloseable {
    private static final Set<String> EVERY_MINUTE = Set.of("cron(* * * * ? *)", "rate(1 minute)");

    private final FunctionDefinition definition;
    private final EventSource.Schedule schedule;
    private final LambdaFunction function;
    private final GivenUp givenUp;
    private final boolean twice;
    private final Rights rights;
    private final Set<String> acted = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            r -> Thread.ofPlatform().daemon().name("schedule").unstarted(r));

    /** @param givenUp the function's on-failure destination */
    Sweeps(
            FunctionDefinition definition,
            EventSource.Schedule schedule,
            LambdaFunction function,
            GivenUp givenUp,
            boolean twice,
            Rights rights) {
        if (!EVERY_MINUTE.contains(schedule.expression())) {
            throw new TemplateException(
                    definition.id() + " runs at " + schedule.expression() + "; the local stack knows " + EVERY_MINUTE);
        }
        this.definition = definition;
        this.schedule = schedule;
        this.function = function;
        this.givenUp = givenUp;
        this.twice = twice;
        this.rights = rights;
    }

    void startClock() {
        var now = Instant.now();
        var next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        clock.scheduleAtFixedRate(this::tick, Duration.between(now, next).toMillis(), 60_000, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            run(Instant.now().truncatedTo(ChronoUnit.MINUTES));
        } catch (IOException | ExecutionException | RuntimeException e) {
            System.getLogger("guichet.local").log(System.Logger.Level.WARNING, "sweep: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Invokes the function as the scheduler does, asynchronously: with retries, and an on-failure destination in the
     * end.
     */
    Outcome run(Instant at) throws IOException, InterruptedException, ExecutionException {
        var denied = rights.deniesInvocation(schedule, function.spec().arn());
        if (denied.isPresent()) {
            return new Outcome.Failed("AccessDeniedException", denied.get());
        }
        var payload = schedule.input()
                .replace("<aws.scheduler.scheduled-time>", at.toString())
                .getBytes(StandardCharsets.UTF_8);
        Outcome outcome;
        var tries = 0;
        do {
            outcome = function.invoke(payload).get();
            tries++;
        } while (outcome instanceof Outcome.Failed && tries <= definition.asyncRetries());
        if (twice && outcome instanceof Outcome.Answered) {
            function.invoke(payload).get();
        }
        if (outcome instanceof Outcome.Failed failed) {
            giveUp(payload, failed, tries);
        }
        return outcome;
    }

    private void giveUp(byte[] payload, Outcome.Failed failed, int tries) throws IOException {
        var about = Http.JSON
                .createObjectNode()
                .put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        about.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.spec().arn())
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", tries);
        about.set("requestPayload", Http.JSON.readTree(payload));
        about.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        about.set("responsePayload", Http.JSON.readTree(failed.payload()));
        givenUp.accept(about, null, "async/" + definition.id() + "/" + UUID.randomUUID());
    }

    /** Looks at each new commit. */
    void observe(JsonNode record) {
        var image = record.path("dynamodb").path("NewImage");
        if (image.path("cause").path("S").asText("").startsWith("timer ")) {
            acted.add(image.path("pk").path("S").asText());
        }
    }

    void forgetActed() {
        acted.clear();
    }

    int acted() {
        return acted.size();
    }

    static EventSource.Schedule scheduleOf(FunctionDefinition definition) {
        return definition.sources().stream()
                .flatMap(s -> s instanceof EventSource.Schedule one
                        ? List.of(one).stream()
                        : List.<EventSource.Schedule>of().stream())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
