package guichet.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A function with its processes. An invocation waits for a free one; a process that ends is started again. */
public final class LambdaFunction implements AutoCloseable {
    private final FunctionSpec spec;
    private final BlockingDeque<Invocation> waiting = new LinkedBlockingDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final List<ProcessKeeper> keepers = new ArrayList<>();

    private LambdaFunction(FunctionSpec spec) {
        this.spec = spec;
    }

    /** @param console told, in one line, of what an operator must know */
    public static LambdaFunction start(FunctionSpec spec, Path logs, Consumer<String> console) throws IOException {
        Files.createDirectories(logs);
        var function = new LambdaFunction(spec);
        try {
            for (var i = 0; i < spec.processes(); i++) {
                function.keepers.add(ProcessKeeper.start(spec, function.waiting, spec.logFile(logs), console));
            }
        } catch (IOException e) {
            function.close();
            throw e;
        }
        return function;
    }

    public FunctionSpec spec() {
        return spec;
    }

    /** Completes once every process has asked for its first invocation; fails when one cannot be started. */
    public CompletableFuture<Void> ready() {
        return CompletableFuture.allOf(
                keepers.stream().map(ProcessKeeper::ready).toArray(CompletableFuture[]::new));
    }

    /** Never fails itself: what goes wrong is an outcome. */
    public CompletableFuture<Outcome> invoke(byte[] payload) {
        var invocation = new Invocation(payload);
        open.incrementAndGet();
        invocation.outcome.whenComplete((outcome, e) -> open.decrementAndGet());
        waiting.addLast(invocation);
        return invocation.outcome;
    }

    /** How many invocations wait or run. */
    public int open() {
        return open.get();
    }

    /** The processes that run now. */
    public List<ProcessHandle> processes() {
        return keepers.stream().flatMap(k -> k.process().stream()).toList();
    }

    @Override
    public void close() {
        keepers.forEach(ProcessKeeper::close);
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.outcome.complete(new Outcome.Failed("Runtime.ExitError", "the stack is stopping"));
        }
    }
}
