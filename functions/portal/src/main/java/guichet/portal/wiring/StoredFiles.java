package guichet.portal.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.mail.TextFiles;
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
 * own author, and only once it is there whole. The first message that names it takes it from there to where all
 * attachments lie, and the small object then says under which name and size: so the link by which it was put, which
 * still works, changes nothing any more, and whatever breaks off half way is done again.
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

    private record Announced(String ticket, String by, String name, String type, long size, Stored kept) {
        Attachment attachment(String id) {
            return new Attachment(id, name, type, size, "");
        }
    }

    /** What became of it once a message named it. */
    private record Stored(String name, long size, int secrets, boolean lookedInto) {}

    @Override
    public Upload upload(TicketId ticket, String by, Attachment file) {
        announce(ticket, by, file, null);
        var url = store.uploadLink(put(ticket, file.id()), file.size(), file.type(), TO_PUT);
        return new Upload(url.toString(), Map.of("content-type", file.type()), (int) TO_PUT.toSeconds());
    }

    @Override
    public Optional<Found> find(TicketId ticket, String by, String id) {
        return store.get(announcement(ticket, id))
                .map(StoredFiles::read)
                .filter(file -> file.ticket().equals(ticket.toString()) && by.equals(file.by()))
                .flatMap(file -> file.kept() == null ? put(ticket, id, file) : Optional.of(kept(id, file)));
    }

    private Optional<Found> put(TicketId ticket, String id, Announced file) {
        return store.beginning(put(ticket, id), TextFiles.BEGINNING)
                .filter(there -> there.size() == file.size())
                .map(there -> new Put(file.attachment(id), there.bytes(), there.version()));
    }

    private static Found kept(String id, Announced file) {
        var kept = file.kept();
        return new Kept(
                new Attachment(id, kept.name(), file.type(), kept.size(), ""), kept.secrets(), kept.lookedInto());
    }

    @Override
    public Optional<byte[]> read(TicketId ticket, Put file) {
        return store.beginning(put(ticket, file.announced().id()), (int)
                        file.announced().size())
                .filter(there -> there.version().equals(file.version()))
                .map(FileStore.Beginning::bytes);
    }

    @Override
    public boolean keep(TicketId ticket, String by, Put file, Kept as, Optional<byte[]> instead) {
        var id = file.announced().id();
        if (instead.isPresent()) {
            store.put(key(ticket, id), instead.get(), file.announced().type());
        } else if (!store.copy(put(ticket, id), file.version(), key(ticket, id))) {
            return false;
        }
        announce(
                ticket,
                by,
                file.announced(),
                new Stored(as.attachment().name(), as.attachment().size(), as.secrets(), as.lookedInto()));
        store.delete(put(ticket, id));
        return true;
    }

    private void announce(TicketId ticket, String by, Attachment file, Stored kept) {
        store.put(
                announcement(ticket, file.id()),
                write(new Announced(ticket.toString(), by, file.name(), file.type(), file.size(), kept)),
                "application/json");
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

    private static String put(TicketId ticket, String id) {
        return FileStore.uploadKey(ticket.desk(), id);
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
