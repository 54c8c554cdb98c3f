package guichet.store;

/**
 * What was met was written by a newer version of this program: during a deploy, when old and new functions run side by
 * side, or after one was taken back. Whoever meets it fails, does nothing by halves, and is asked again.
 */
public final class NewerFormatException extends RuntimeException {
    NewerFormatException(String what) {
        super(what);
    }
}
