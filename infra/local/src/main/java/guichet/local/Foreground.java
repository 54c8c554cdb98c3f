package guichet.local;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stack that runs until its process is told to end (SIGINT, SIGTERM), which it may be while it still starts. */
public final class Foreground {
    private static final int PATIENCE_SECONDS = 10;

    private final Thread starter = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private Stack stack;
    private boolean stopping;

    /** What is done once it runs. */
    @FunctionalInterface
    public interface Ready {
        void with(Stack stack) throws IOException;
    }

    private Foreground() {}

    /** @throws StartException whose message says in one line why it cannot run */
    public static void run(Config config, Ready ready) throws IOException, InterruptedException {
        var foreground = new Foreground();
        Runtime.getRuntime().addShutdownHook(new Thread(foreground::stop, "stop"));
        try {
            ready.with(foreground.started(Stack.start(config)));
            new CountDownLatch(1).await();
        } finally {
            foreground.over.countDown();
        }
    }

    private synchronized Stack started(Stack running) throws StartException {
        if (stopping) {
            running.close();
            throw new StartException("told to stop");
        }
        stack = running;
        return running;
    }

    private void stop() {
        Stack running;
        synchronized (this) {
            stopping = true;
            running = stack;
        }
        if (running != null) {
            running.close();
            return;
        }
        starter.interrupt(); // it takes down what it has put up
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
