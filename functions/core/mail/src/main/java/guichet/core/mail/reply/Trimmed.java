package guichet.core.mail.reply;

/**
 * A reply taken apart.
 *
 * @param visible what its author wrote; never empty where the text is not
 * @param quoted what was folded away, in its order: history, signature, advertisement of the client
 */
public record Trimmed(String visible, String quoted) {}
