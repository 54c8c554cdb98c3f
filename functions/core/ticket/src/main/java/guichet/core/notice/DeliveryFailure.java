package guichet.core.notice;

import guichet.core.desk.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That mail does not reach an address, whatever desk wrote to it.
 *
 * @param reason as the other server gave it, or in our words
 * @param at when it failed
 * @param until when we try again by ourselves, exclusive; empty where it failed for good
 */
public record DeliveryFailure(LocalizedText reason, Instant at, Optional<Instant> until) {
    /** Longer than a weekend, in which nobody empties a mailbox. */
    private static final Duration A_WHILE = Duration.ofDays(3);

    private static final String MAILBOX_FULL = "5.2.2";

    /** For good, or for as long as whoever is concerned, or an agent, does not say otherwise. */
    public static DeliveryFailure forGood(LocalizedText reason, Instant at) {
        return new DeliveryFailure(reason, at, Optional.empty());
    }

    /** Of a mailbox that is full, a server that gave up trying: what may be over in a few days. */
    public static DeliveryFailure forAWhile(LocalizedText reason, Instant at) {
        return new DeliveryFailure(reason, at, Optional.of(at.plus(A_WHILE)));
    }

    /**
     * @param status the enhanced status code, or empty where none was given: 4.x.x and 5.2.2 pass (RFC 3463, 2 and 3.3)
     */
    public static DeliveryFailure of(String status, LocalizedText reason, Instant at) {
        return status.startsWith("4.") || status.equals(MAILBOX_FULL) ? forAWhile(reason, at) : forGood(reason, at);
    }

    public boolean holds(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
