package guichet.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts a process of a function for one invocation, which waits for it already.
 *
 * @param under a command that runs the JVM's command line, such as {@code taskset -c 0}; empty for none
 * @param log where the process writes
 */
public record ColdStart(List<String> under, Path log) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Writing an AOT cache comes after the end, in a JVM of its own. */
    private static final Duration PATIENCE_AT_EXIT = Duration.ofMinutes(3);

    /** @param took from the start of the process to the answer */
    public record Start(Duration took, Outcome outcome) {}

    public Start run(FunctionSpec spec, byte[] event) throws IOException, InterruptedException {
        return run(spec, event, Duration.ofSeconds(2));
    }

    /** Trains an AOT cache (JEP 514) by one such start. @throws IOException when the JVM wrote none */
    public void train(FunctionSpec spec, byte[] event, Path cache) throws IOException, InterruptedException {
        run(spec.withJavaOptions("-XX:AOTCacheOutput=" + cache), event, PATIENCE_AT_EXIT);
        if (!Files.exists(cache)) {
            throw new IOException("no AOT cache was written; see " + log);
        }
    }

    private Start run(FunctionSpec spec, byte[] event, Duration patienceAtExit)
            throws IOException, InterruptedException {
        var invocation = new Invocation(event);
        var waiting = new LinkedBlockingDeque<>(List.of(invocation));
        var began = System.nanoTime();
        var process = FunctionProcess.start(spec, under, waiting, log);
        process.exit()
                .thenAccept(code -> invocation.outcome.complete(
                        new Outcome.Failed("Runtime.ExitError", "exit status " + code + "; see " + log)));
        try {
            var outcome = invocation.outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Start(Duration.ofNanos(System.nanoTime() - began), outcome);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(spec.name() + " gave no answer within " + PATIENCE.toSeconds() + " s; see " + log, e);
        } finally {
            process.close(patienceAtExit);
        }
    }
}
