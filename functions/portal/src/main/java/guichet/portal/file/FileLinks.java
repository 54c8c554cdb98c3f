package guichet.portal.file;

import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of tickets lie: a port. They are put and got by link; here their texts are looked into, between the
 * one and the other, and no link to get one leads to where it was put.
 */
public interface FileLinks {
    /** Where to put a file. @param headers that must be sent, exactly so; @param seconds for how long it works */
    record Upload(String url, Map<String, String> headers, int seconds) {}

    /** Where to get a file, always as a download. @param seconds for how long it works */
    record Link(String url, int seconds) {}

    /** What somebody put, and how far it has come. */
    sealed interface Found {}

    /**
     * It lies where it was put, where it can be replaced for as long as the link to put it works.
     *
     * @param version another once something else is put there
     */
    record Put(Attachment announced, byte[] beginning, String version) implements Found {}

    /** A message has named it before. @param secrets masked in it then @param lookedInto whether that was tried */
    record Kept(Attachment attachment, int secrets, boolean lookedInto) implements Found {}

    /**
     * A place for exactly these bytes: name, type and length are part of the signature.
     *
     * @param by address of whose file it is
     */
    Upload upload(TicketId ticket, String by, Attachment announced);

    /** A file that they put there; empty if it (yet) is not there, and for anybody else's. */
    Optional<Found> find(TicketId ticket, String by, String id);

    /** All of what was put; empty if that has changed since it was found. */
    Optional<byte[]> read(TicketId ticket, Put file);

    /**
     * Keeps a file where links lead to, and where nobody can put anything.
     *
     * @param instead its content; empty for what was put, as it is
     * @return false if that has changed since it was found
     */
    boolean keep(TicketId ticket, String by, Put file, Kept as, Optional<byte[]> instead);

    Link link(TicketId ticket, Attachment attachment);

    /** Where a page gets a picture to show. @param type which {@link guichet.core.files.Pictures} gave */
    Link picture(TicketId ticket, Attachment attachment, String type);
}
