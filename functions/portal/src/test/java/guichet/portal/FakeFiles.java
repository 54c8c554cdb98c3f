package guichet.portal;

import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place for files; {@link #put} does what a client does with an upload. */
final class FakeFiles implements FileLinks {
    private final Map<String, Attachment> announced = new HashMap<>();
    private final Map<String, Attachment> there = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    void put(String ticket, String id) {
        there.put(ticket + "/" + id, announced.get(ticket + "/" + id));
    }

    @Override
    public Upload upload(TicketId ticket, String by, Attachment file) {
        owners.put(ticket + "/" + file.id(), by);
        announced.put(ticket + "/" + file.id(), file);
        return new Upload(
                "https://files.example/" + ticket + "/" + file.id(), Map.of("content-type", file.type()), 300);
    }

    @Override
    public Optional<Attachment> find(TicketId ticket, String by, String id) {
        return Optional.ofNullable(there.get(ticket + "/" + id)).filter(_ -> by.equals(owners.get(ticket + "/" + id)));
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
