package guichet.store;

/**
 * An item of the table that is none of what any version of this program wrote: trying again reads the same. See
 * {@link NewerFormatException} for what a newer version wrote.
 */
public final class UnreadableItemException extends RuntimeException {
    UnreadableItemException(String which, RuntimeException cause) {
        super(which + " cannot be read: " + cause.getMessage(), cause);
    }
}
