package guichet.portal.file;

import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of tickets lie: a port. Files never pass through the portal; it only says where to put and to get
 * them.
 */
public interface FileLinks {
    /** Where to put a file. @param headers that must be sent, exactly so; @param seconds for how long it works */
    record Upload(String url, Map<String, String> headers, int seconds) {}

    /** Where to get a file, always as a download. @param seconds for how long it works */
    record Link(String url, int seconds) {}

    /**
     * A place for exactly these bytes: name, type and length are part of the signature.
     *
     * @param by address of whose file it is
     */
    Upload upload(TicketId ticket, String by, Attachment announced);

    /** A file that they put there; empty if it (yet) is not there, and for anybody else's. */
    Optional<Attachment> find(TicketId ticket, String by, String id);

    Link link(TicketId ticket, Attachment attachment);

    /** Where a page gets a picture to show. @param type which {@link guichet.core.files.Pictures} gave */
    Link picture(TicketId ticket, Attachment attachment, String type);
}
