package guichet.store;

import guichet.core.notice.Notice;
import guichet.core.notice.WithheldNotice;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One command's outcome as the table keeps it and its stream carries it: all that whoever is driven by it needs,
 * without another read.
 *
 * @param id made of what was written: the same commit has the same id
 * @param ticket as it was afterwards
 * @param events with texts cut where {@code elsewhere} says so; see {@link DynamoTicketStore#whole(StoredCommit)}
 * @param elsewhere seqs of the messages that have a part of their body outside the table
 * @param cut those among them whose text itself is cut
 */
public record StoredCommit(
        String id,
        Ticket ticket,
        List<RecordedEvent> events,
        List<Notice> notices,
        List<WithheldNotice> withheld,
        List<Long> elsewhere,
        List<Long> cut) {
    /** Names of the item's attributes, for the stream's filter ({@code kind} is {@code commit}) and its reader. */
    public static final String KIND = "kind";

    public static final String COMMIT = "commit";
    public static final String ID = "id";
    public static final String PACKED = "packed";
    public static final String TRACE = "trace";

    private record Content(
            Ticket ticket,
            List<RecordedEvent> events,
            List<Notice> notices,
            List<WithheldNotice> withheld,
            List<Long> elsewhere,
            List<Long> cut) {}

    private static final Format<Content> FORMAT = ItemJson.format("commit", Content.class);

    /** From the attributes {@link #ID} and {@link #PACKED} of a commit's item. */
    public static StoredCommit unpack(String id, byte[] packed) {
        var content = FORMAT.read(Packing.unpack(packed));
        return new StoredCommit(
                id, content.ticket, content.events, content.notices, content.withheld, content.elsewhere, content.cut);
    }

    static StoredCommit read(Map<String, AttributeValue> item) {
        return unpack(Attr.text(item, ID), Attr.bytes(item, PACKED));
    }

    static byte[] json(
            Ticket ticket,
            List<RecordedEvent> events,
            List<Notice> notices,
            List<WithheldNotice> withheld,
            List<Long> elsewhere,
            List<Long> cut) {
        return FORMAT.write(new Content(ticket, events, notices, withheld, elsewhere, cut));
    }
}
