package guichet.local.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One call of a function, on its way to a process and back. */
final class Invocation {
    final String id = UUID.randomUUID().toString();
    final byte[] payload;
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Invocation(byte[] payload) {
        this.payload = payload;
    }
}
