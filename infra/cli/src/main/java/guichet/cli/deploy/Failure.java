package guichet.cli.deploy;

/** Why it cannot go on, in one line. */
public final class Failure extends RuntimeException {
    Failure(String message) {
        super(message, null, false, false);
    }
}
