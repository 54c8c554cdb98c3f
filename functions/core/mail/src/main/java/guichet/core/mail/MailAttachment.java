package guichet.core.mail;

import guichet.core.files.Executables;
import guichet.core.files.SafeName;

/**
 * A file that came with a mail.
 *
 * @param name as its sender named it, decoded and on one line; or made from its type. For people to read: a store or a
 *     download uses {@link #safeName()}
 * @param type media type, lower case
 * @param content decoded bytes
 * @param contentId the id by which the HTML refers to it, or empty
 * @param inline shown within the text rather than listed below it
 */
public record MailAttachment(String name, String type, byte[] content, String contentId, boolean inline) {

    public int size() {
        return content.length;
    }

    public String safeName() {
        return SafeName.of(name);
    }

    /** By name or content a program: a desk's rule may refuse it. */
    public boolean executable() {
        return Executables.recognise(name, content);
    }

    MailAttachment named(String other) {
        return new MailAttachment(other, type, content, contentId, inline);
    }

    MailAttachment with(byte[] other) {
        return new MailAttachment(name, type, other, contentId, inline);
    }
}
