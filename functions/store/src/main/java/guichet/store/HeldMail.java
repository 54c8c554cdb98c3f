package guichet.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that waits for somebody's decision. It is never lost: when nobody decides in time, that is told, and it stays.
 *
 * @param at when it was received
 * @param reason why it is held, for people to read
 * @param rawKey where the raw (or masked) mail lies
 * @param text the beginning of what it says, for whoever decides
 */
public record HeldMail(
        String desk,
        String id,
        String sender,
        String name,
        String subject,
        Instant at,
        String reason,
        String rawKey,
        Optional<Decision> decision,
        String text) {

    /** Let in or kept out; this mail, or whatever comes from its sender. */
    public enum Verdict {
        ONCE,
        ALWAYS,
        NO,
        NEVER;

        public boolean letsIn() {
            return this == ONCE || this == ALWAYS;
        }

        boolean isForGood() {
            return this == ALWAYS || this == NEVER;
        }
    }

    public record Decision(Verdict verdict, String by, Instant at) {}

    HeldMail with(Optional<Decision> made) {
        return new HeldMail(desk, id, sender, name, subject, at, reason, rawKey, made, text);
    }

    /** The same for every delivery of a mail, and in order of arrival. */
    public static String id(Instant at, String messageId) {
        return Keys.instant(at).replaceAll("[^0-9TZ]", "") + "-" + Hash.of(messageId);
    }
}
