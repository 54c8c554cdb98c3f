package guichet.core.hours;

/**
 * Asked for a time that these hours never reach: they stay closed for ten years, or it lies outside the years that are
 * computed.
 */
public final class OutOfReachException extends IllegalArgumentException {
    OutOfReachException(String message) {
        super(message);
    }
}
