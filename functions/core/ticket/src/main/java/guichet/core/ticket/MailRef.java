package guichet.core.ticket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mail that a message came by.
 *
 * @param messageId bare, without angle brackets; of our own making where the mail had none
 * @param ancestors bare ids of References and In-Reply-To, root first and In-Reply-To last, as far as they belong to no
 *     other ticket: claimed for this one so that siblings find it
 * @param fingerprint of sender, date, subject and decoded body: tells a repeat from another mail under the same id
 * @param rawKey where the raw (or masked) mail lies
 * @param redaction what of it was masked or not kept; empty as a rule
 */
public record MailRef(
        String messageId, List<String> ancestors, String fingerprint, String rawKey, Optional<Redaction> redaction) {
    public MailRef(String messageId, List<String> ancestors, String fingerprint, String rawKey) {
        this(messageId, ancestors, fingerprint, rawKey, Optional.empty());
    }

    /**
     * The ancestors to claim: the first and the last are enough for siblings to meet, and a hostile mail may list a
     * thousand.
     */
    public List<String> claims() {
        return ancestors.isEmpty()
                ? List.of()
                : Stream.of(ancestors.getFirst(), ancestors.getLast())
                        .distinct()
                        .filter(id -> !id.equals(messageId))
                        .toList();
    }
}
