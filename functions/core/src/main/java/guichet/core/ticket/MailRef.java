package guichet.core.ticket;

import java.util.List;

/**
 * The mail that a message came by.
 *
 * @param messageId   bare, without angle brackets; of our own making where the mail had none
 * @param ancestors   bare ids of In-Reply-To and References, claimed for the ticket so that siblings find it
 * @param fingerprint of sender, date, subject and decoded body: tells a repeat from another mail under the same id
 * @param rawKey      where the raw (or masked) mail lies
 */
public record MailRef(String messageId, List<String> ancestors, String fingerprint, String rawKey) {
}
