package guichet.core.mail.reply;

/**
 * What the mail around the text tells about it.
 *
 * @param reply answers another mail
 * @param forward passes another mail on, which then is the message
 */
public record Context(boolean reply, boolean forward) {}
