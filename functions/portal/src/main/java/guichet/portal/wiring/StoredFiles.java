package guichet.portal.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks;
import guichet.store.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Files in the bucket, beside those that came by mail. What was announced of an upload (its ticket, whose it is, name,
 * type and size) stands in a small object next to it, so that a message can only name a file of its own ticket and its
 * own author, and only once it is there whole.
 */
final class StoredFiles implements FileLinks {
    private static final Duration TO_PUT = Duration.ofSeconds(300);
    private static final Duration TO_GET = Duration.ofSeconds(60);
    /** A long mail over a slow line still shows its last picture. */
    private static final Duration TO_SHOW = Duration.ofSeconds(300);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileStore store;

    StoredFiles(FileStore store) {
        this.store = store;
    }

    private record Announced(String ticket, String by, String name, String type, long size) {}

    @Override
    public Upload upload(TicketId ticket, String by, Attachment file) {
        store.put(
                announcement(ticket, file.id()),
                write(new Announced(ticket.toString(), by, file.name(), file.type(), file.size())),
                "application/json");
        var url = store.uploadLink(key(ticket, file.id()), file.size(), file.type(), TO_PUT);
        return new Upload(url.toString(), Map.of("content-type", file.type()), (int) TO_PUT.toSeconds());
    }

    @Override
    public Optional<Attachment> find(TicketId ticket, String by, String id) {
        var announced = store.get(announcement(ticket, id))
                .map(StoredFiles::read)
                .filter(file -> file.ticket().equals(ticket.toString()) && by.equals(file.by()));
        return announced
                .filter(file -> store.size(key(ticket, id))
                        .filter(size -> size == file.size())
                        .isPresent())
                .map(file -> new Attachment(id, file.name(), file.type(), file.size(), ""));
    }

    @Override
    public Link link(TicketId ticket, Attachment file) {
        return new Link(
                store.downloadLink(key(ticket, file.id()), file.name(), TO_GET).toString(), (int) TO_GET.toSeconds());
    }

    @Override
    public Link picture(TicketId ticket, Attachment file, String type) {
        return new Link(
                store.pictureLink(key(ticket, file.id()), file.name(), type, TO_SHOW)
                        .toString(),
                (int) TO_SHOW.toSeconds());
    }

    /** The key of every attachment, by whichever way it came. */
    private static String key(TicketId ticket, String id) {
        return FileStore.attachmentKey(ticket.desk(), id);
    }

    private static String announcement(TicketId ticket, String id) {
        return key(ticket, id) + ".announced";
    }

    private static byte[] write(Announced announced) {
        try {
            return JSON.writeValueAsBytes(announced);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Announced read(byte[] json) {
        try {
            return JSON.readValue(json, Announced.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
