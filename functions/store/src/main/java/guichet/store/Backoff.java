package guichet.store;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again. */
interface Backoff {
    /** @param attempt that just failed, from 1 */
    void pause(int attempt);

    /** Full jitter: between nothing and 20, 40, 80 … ms, at most 500. */
    Backoff JITTER = attempt -> {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(500, 10L << attempt)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to write again", e);
        }
    };
}
