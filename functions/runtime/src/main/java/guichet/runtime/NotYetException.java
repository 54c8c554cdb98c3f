package guichet.runtime;

/**
 * A message that cannot be handled now and can be later, as is ordinary: it comes again, and nobody need look at why.
 */
public final class NotYetException extends RuntimeException {
    public NotYetException(String why) {
        super(why, null, false, false);
    }
}
