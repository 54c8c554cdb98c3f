package guichet.portal;

import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place for files; {@link #put} does what a client does with an upload. */
final class FakeFiles implements FileLinks {
    private final Map<String, Attachment> announced = new HashMap<>();
    private final Map<String, byte[]> uploads = new HashMap<>();
    private final Map<String, byte[]> attachments = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /** Puts something that is no text. */
    void put(String ticket, String id) {
        put(ticket, id, new byte[(int) announced.get(ticket + "/" + id).size()]);
    }

    /** The link works for as long as it does, whatever a message has named meanwhile. */
    void put(String ticket, String id, byte[] content) {
        uploads.put(ticket + "/" + id, content);
    }

    /** What a link to get it leads to. */
    byte[] got(String ticket, String id) {
        return attachments.get(ticket + "/" + id);
    }

    @Override
    public Upload upload(TicketId ticket, String by, Attachment file) {
        owners.put(ticket + "/" + file.id(), by);
        announced.put(ticket + "/" + file.id(), file);
        return new Upload(
                "https://files.example/" + ticket + "/" + file.id(), Map.of("content-type", file.type()), 300);
    }

    @Override
    public Optional<Found> find(TicketId ticket, String by, String id) {
        var key = ticket + "/" + id;
        if (!by.equals(owners.get(key))) {
            return Optional.empty();
        }
        return kept.containsKey(key)
                ? Optional.of(kept.get(key))
                : Optional.ofNullable(uploads.get(key)).map(put -> new Put(announced.get(key), put, version(put)));
    }

    @Override
    public Optional<byte[]> read(TicketId ticket, Put file) {
        return Optional.of(uploads.get(ticket + "/" + file.announced().id()));
    }

    @Override
    public boolean keep(TicketId ticket, String by, Put file, Kept as, Optional<byte[]> instead) {
        var key = ticket + "/" + file.announced().id();
        attachments.put(key, instead.orElse(uploads.get(key)));
        kept.put(key, as);
        uploads.remove(key);
        return true;
    }

    private static String version(byte[] content) {
        return Integer.toString(Arrays.hashCode(content));
    }

    @Override
    public Link link(TicketId ticket, Attachment attachment) {
        return new Link("https://files.example/" + ticket + "/" + attachment.id() + "?signed", 60);
    }

    @Override
    public Link picture(TicketId ticket, Attachment attachment, String type) {
        return new Link("https://files.example/" + ticket + "/" + attachment.id() + "?type=" + type + "&signed", 300);
    }
}
