package guichet.core.desk;

import java.util.Set;

/**
 * How a desk takes mail.
 *
 * @param unknownSenders   what the mail of someone that the directory does not know does
 * @param maskSecrets      whether passwords and keys are masked before anything is stored (S2-03)
 * @param refusedFiles     extensions of attachments that are refused, with a word to the sender
 * @param maxAttachment    bytes; a larger attachment is refused
 * @param mailsPerHour     at most so many mails leave to one address in an hour; the rest is kept and said on the ticket
 */
public record MailRules(Unknown unknownSenders, boolean maskSecrets, Set<String> refusedFiles, long maxAttachment, int mailsPerHour) {
    public enum Unknown { OPEN, HOLD, REFUSE }
}
