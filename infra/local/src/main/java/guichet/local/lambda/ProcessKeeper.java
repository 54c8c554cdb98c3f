package guichet.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps one process of a function running: a new one follows each that ends, ever later when they end at once. */
final class ProcessKeeper implements AutoCloseable {
    private static final int ATTEMPTS_BEFORE_GIVING_UP = 3;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    static final ScheduledExecutorService TIMERS = Executors.newScheduledThreadPool(
            1, r -> Thread.ofPlatform().daemon().name("lambda-timers").unstarted(r));

    private final FunctionSpec spec;
    private final BlockingDeque<Invocation> waiting;
    private final Path log;
    private final Consumer<String> console;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private FunctionProcess process;
    private int failures;
    private boolean closed;

    private ProcessKeeper(FunctionSpec spec, BlockingDeque<Invocation> waiting, Path log, Consumer<String> console) {
        this.spec = spec;
        this.waiting = waiting;
        this.log = log;
        this.console = console;
    }

    static ProcessKeeper start(FunctionSpec spec, BlockingDeque<Invocation> waiting, Path log, Consumer<String> console)
            throws IOException {
        var keeper = new ProcessKeeper(spec, waiting, log, console);
        keeper.startProcess();
        return keeper;
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    synchronized Optional<ProcessHandle> process() {
        return process == null ? Optional.empty() : Optional.of(process.handle());
    }

    private synchronized void startProcess() throws IOException {
        if (!closed) {
            process = FunctionProcess.start(spec, waiting, log);
            var started = process;
            started.ready().thenRun(() -> ready.complete(null));
            started.exit().thenAccept(code -> ended(started, code));
        }
    }

    private synchronized void ended(FunctionProcess ended, int code) {
        if (closed) {
            return;
        }
        if (ended.ready().isDone()) {
            failures = 0;
            restart();
            return;
        }
        failures++;
        var why = "function " + spec.name() + " ended with exit code " + code + " before it was ready"
                + ended.initError().map(e -> " (" + e + ")").orElse("") + "; see " + log;
        if (!ready.isDone() && failures >= ATTEMPTS_BEFORE_GIVING_UP) {
            ready.completeExceptionally(new IOException(why));
            return;
        }
        var pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures - 1, 10));
        console.accept(why + "; next try in " + pause + " s");
        TIMERS.schedule(this::restart, pause, TimeUnit.SECONDS);
    }

    private void restart() {
        try {
            startProcess();
        } catch (IOException e) {
            console.accept("function " + spec.name() + " cannot be started: " + e.getMessage());
            TIMERS.schedule(this::restart, LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        FunctionProcess last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last != null) {
            last.close();
        }
    }
}
