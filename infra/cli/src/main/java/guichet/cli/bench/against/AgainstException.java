package guichet.cli.bench.against;

/** Why two revisions cannot be compared, in one sentence for whoever asked. */
public final class AgainstException extends Exception {
    AgainstException(String message) {
        super(message);
    }
}
