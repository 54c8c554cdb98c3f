package guichet.core.mail.reply;

import java.util.List;

/**
 * What the mail around the text tells about it.
 *
 * @param reply answers another mail
 * @param forward passes another mail on, which then is the message
 * @param markers lines of our own notices ("please reply above this line"), below which all is history
 */
public record Context(boolean reply, boolean forward, List<String> markers) {}
