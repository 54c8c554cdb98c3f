package guichet.core.mail;

import java.util.List;
import java.util.Locale;

/**
 * What a delivery report says (RFC 3464; of a plain-text one, what could be found in it).
 *
 * @param recipients addresses that were not reached
 * @param originalMessageId the Message-ID of the mail that was not delivered, without brackets, or empty
 * @param permanent whether trying again is pointless: status 5.x.x, or nothing said
 * @param status the enhanced status code (RFC 3463), or empty
 * @param diagnostic what the other server said, on one line, or empty
 */
public record Bounce(
        List<String> recipients, String originalMessageId, boolean permanent, String status, String diagnostic) {

    /** In lower case. */
    public List<String> failedForGood() {
        return permanent
                ? recipients.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    /** What the server said, or its status; empty where it gave no reason. */
    public String said() {
        return diagnostic.isBlank() ? status : diagnostic;
    }
}
