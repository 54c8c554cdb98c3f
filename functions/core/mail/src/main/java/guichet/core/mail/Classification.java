package guichet.core.mail;

/**
 * @param reason the sign that decided, for people to read
 * @param answerable whether its sender may be answered by a machine: not a machine, nor a person who asked for no
 *     automatic answer
 */
public record Classification(MailKind kind, String reason, boolean answerable) {
    public Classification(MailKind kind, String reason) {
        this(kind, reason, kind == MailKind.NORMAL);
    }
}
