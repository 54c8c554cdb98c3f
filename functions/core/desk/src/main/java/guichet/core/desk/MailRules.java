package guichet.core.desk;

import java.util.Set;

/**
 * How a desk takes mail.
 *
 * @param unknownSenders what the mail of someone that the directory does not know does
 * @param maskSecrets whether passwords and keys are masked before anything is stored (S2-03)
 * @param refusedFiles extensions of attachments that are refused, with a word to the sender
 * @param maxAttachment bytes; a larger attachment is refused
 * @param relays addresses of web forms, lists and groups that are believed whom they name, where they are
 *     authenticated; in lower case
 */
public record MailRules(
        Unknown unknownSenders,
        boolean maskSecrets,
        Set<String> refusedFiles,
        long maxAttachment,
        Caps caps,
        Set<String> relays) {
    public enum Unknown {
        OPEN,
        HOLD,
        REFUSE
    }

    /**
     * At most so many mails leave because a mail came in; the rest is kept, and said on the ticket. Strangers are
     * people of no organization.
     *
     * @param mailsPerHour to one address
     * @param mailsPerDay to one address
     * @param strangersPerHour to all strangers of one domain
     * @param strangersPerDay to all strangers
     */
    public record Caps(int mailsPerHour, int mailsPerDay, int strangersPerHour, int strangersPerDay) {}
}
