package guichet.core.mail;

/** @param reason the sign that decided, for people to read */
public record Classification(MailKind kind, String reason) {}
