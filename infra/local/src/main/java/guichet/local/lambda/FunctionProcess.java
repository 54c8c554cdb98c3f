package guichet.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One process of a function under AWS's runtime interface client, and the Runtime API that feeds it: one invocation at
 * a time. An invocation whose process ends, or that outlasts the function's timeout, fails as Lambda lets it fail.
 */
final class FunctionProcess implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime/";

    private final FunctionSpec spec;
    private final BlockingDeque<Invocation> waiting;
    private final Http api;
    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile String initError;
    private Thread taker;
    private Invocation current;
    private ScheduledFuture<?> timeout;
    private boolean ended;

    private FunctionProcess(FunctionSpec spec, List<String> under, BlockingDeque<Invocation> waiting, Path log)
            throws IOException {
        this.spec = spec;
        this.waiting = waiting;
        this.api = Http.start(0, this::handle);
        try {
            this.process = ProcessCommand.of(spec, under, api.port())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            api.close();
            throw e;
        }
        process.onExit().thenAccept(p -> ended(p.exitValue()));
    }

    static FunctionProcess start(FunctionSpec spec, BlockingDeque<Invocation> waiting, Path log) throws IOException {
        return start(spec, List.of(), waiting, log);
    }

    /** @param under a command that runs the JVM's command line, such as {@code taskset -c 0}; empty for none */
    static FunctionProcess start(FunctionSpec spec, List<String> under, BlockingDeque<Invocation> waiting, Path log)
            throws IOException {
        return new FunctionProcess(spec, under, waiting, log);
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    CompletableFuture<Integer> exit() {
        return exit;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the runtime said when it could not load the handler. */
    Optional<String> initError() {
        return Optional.ofNullable(initError);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals(API + "invocation/next")) {
            next(exchange);
        } else if (path.startsWith(API + "invocation/") && path.endsWith("/response")) {
            var body = exchange.getRequestBody().readAllBytes();
            finish(exchange, path, new Outcome.Answered(body));
        } else if (path.startsWith(API + "invocation/") && path.endsWith("/error")) {
            finish(exchange, path, error(exchange));
        } else if (path.equals(API + "init/error") || path.equals(API + "restore/error")) {
            var error = error(exchange);
            initError = error.type() + ": " + error.message();
            accepted(exchange);
        } else if (path.equals(API + "restore/next")) {
            Http.send(exchange, 200, "application/json", new byte[0]);
        } else {
            Http.send(exchange, 404, null, new byte[0]);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        Invocation invocation;
        try {
            invocation = take();
        } catch (InterruptedException e) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id);
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(System.currentTimeMillis() + spec.timeout().toMillis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", spec.arn());
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-%08x-%s;Parent=%s;Sampled=0"
                        .formatted(
                                System.currentTimeMillis() / 1000,
                                invocation.id.replace("-", "").substring(0, 24),
                                invocation.id.replace("-", "").substring(16)));
        Http.send(exchange, 200, "application/json", invocation.payload);
    }

    private Invocation take() throws InterruptedException {
        synchronized (this) {
            if (ended) {
                throw new InterruptedException();
            }
            taker = Thread.currentThread();
        }
        var invocation = waiting.takeFirst();
        synchronized (this) {
            taker = null;
            if (ended) {
                waiting.addFirst(invocation);
                throw new InterruptedException();
            }
            current = invocation;
            timeout = ProcessKeeper.TIMERS.schedule(
                    () -> timedOut(invocation), spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return invocation;
        }
    }

    private void finish(HttpExchange exchange, String path, Outcome outcome) throws IOException {
        var id = path.substring((API + "invocation/").length(), path.lastIndexOf('/'));
        if (complete(id, outcome)) {
            accepted(exchange);
        } else {
            Http.json(exchange, 400, Map.of("errorMessage", "no such invocation", "errorType", "InvalidRequestID"));
        }
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        Http.json(exchange, 202, Map.of("status", "OK"));
    }

    private static Outcome.Failed error(HttpExchange exchange) throws IOException {
        var json = Http.parse(exchange.getRequestBody().readAllBytes());
        return new Outcome.Failed(
                json.path("errorType").asText("Unknown"),
                json.path("errorMessage").asText(""));
    }

    private boolean complete(String id, Outcome outcome) {
        Invocation done;
        synchronized (this) {
            if (current == null || !current.id.equals(id)) {
                return false;
            }
            done = current;
            current = null;
            timeout.cancel(false);
        }
        // Not under the lock, and not on the exchange's thread: what follows may be long.
        done.outcome.completeAsync(() -> outcome, r -> Thread.ofVirtual().start(r));
        return true;
    }

    private void timedOut(Invocation invocation) {
        var message = String.format(
                Locale.ROOT,
                "RequestId: %s Error: Task timed out after %.2f seconds",
                invocation.id,
                spec.timeout().toMillis() / 1000.0);
        if (complete(invocation.id, new Outcome.Failed("Sandbox.Timedout", message))) {
            process.destroyForcibly();
        }
    }

    private void ended(int code) {
        String id;
        synchronized (this) {
            ended = true;
            id = current == null ? null : current.id;
            if (taker != null) {
                taker.interrupt();
            }
        }
        if (id != null) {
            complete(
                    id,
                    new Outcome.Failed(
                            "Runtime.ExitError",
                            "RequestId: " + id + " Error: Runtime exited with exit status " + code));
        }
        api.close();
        exit.complete(code);
    }

    /** Stops the process as Lambda does: asked first, made to a moment later. */
    @Override
    public void close() {
        close(Duration.ofSeconds(2));
    }

    void close(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
