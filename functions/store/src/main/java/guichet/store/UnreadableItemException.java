package guichet.store;

import java.util.function.Supplier;

/**
 * An item of the table that is none of what any version of this program wrote: trying again reads the same. See
 * {@link NewerFormatException} for what a newer version wrote.
 */
public final class UnreadableItemException extends RuntimeException {
    private UnreadableItemException(String which, RuntimeException cause) {
        super(which + " cannot be read: " + cause.getMessage(), cause);
    }

    /**
     * @param which for whoever reads that it cannot be read
     * @throws UnreadableItemException for whatever goes wrong, but for what a newer version wrote
     */
    static <T> T orThrow(String which, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (NewerFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableItemException(which, e);
        }
    }
}
