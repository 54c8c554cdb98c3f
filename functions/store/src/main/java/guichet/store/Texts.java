package guichet.store;

import guichet.core.ticket.Body;
import guichet.core.ticket.Recorded;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Long texts lie outside the table: one object a commit, written before the transaction, under a key made of what is written. A writer
 * who loses the race leaves an object that nothing names, and never another's text.
 */
final class Texts {
    /** Characters of one commit that stay in the item: texts first, then quoted history, then HTML, as far as they fit. */
    static final int INLINE = 3 * 1024;
    /** What stays of a text that does not fit, for whoever only lists. */
    static final int PREVIEW = 500;

    private Texts() {
    }

    /** @param events without what is kept elsewhere; @param elsewhere by the message's seq */
    record Split(List<Recorded> events, TreeMap<Long, Kept> elsewhere) {
    }

    /** What of a message's body is kept elsewhere; null where it is not. */
    record Kept(String text, String quoted, String html) {
    }

    record KeptBySeq(Map<Long, Kept> messages) {
    }

    static String key(TicketId ticket, String commit) {
        return "texts/" + ticket.desk() + "/" + ticket.number() + "/" + commit;
    }

    static Split split(List<Recorded> events) {
        var elsewhere = new TreeMap<Long, Kept>();
        var short_ = new ArrayList<Recorded>(events.size());
        var room = INLINE;
        for (var recorded : events) {
            if (recorded.event() instanceof MessageAdded message) {
                var body = message.body();
                var text = body.text().length() <= room;
                room -= text ? body.text().length() : PREVIEW;
                var quoted = body.quoted().length() <= room;
                room -= quoted ? body.quoted().length() : 0;
                var html = body.html().map(String::length).orElse(0) <= room;
                room -= html ? body.html().map(String::length).orElse(0) : 0;
                if (!text || !quoted || !html) {
                    elsewhere.put(recorded.seq(), new Kept(text ? null : body.text(), quoted ? null : body.quoted(),
                            html ? null : body.html().orElseThrow()));
                    recorded = with(recorded, message, new Body(text ? body.text() : preview(body.text()), quoted ? body.quoted() : "",
                            html ? body.html() : Optional.empty(), body.attachments()));
                }
            }
            short_.add(recorded);
        }
        return new Split(List.copyOf(short_), elsewhere);
    }

    static List<Recorded> join(List<Recorded> events, Map<Long, Kept> elsewhere) {
        return events.stream().map(recorded -> {
            var kept = elsewhere.get(recorded.seq());
            return kept == null || !(recorded.event() instanceof MessageAdded message) ? recorded
                    : with(recorded, message, join(message.body(), kept));
        }).toList();
    }

    private static Body join(Body body, Kept kept) {
        return new Body(kept.text() == null ? body.text() : kept.text(), kept.quoted() == null ? body.quoted() : kept.quoted(),
                kept.html() == null ? body.html() : Optional.of(kept.html()), body.attachments());
    }

    static Recorded with(Recorded recorded, MessageAdded message, Body body) {
        return new Recorded(recorded.seq(), recorded.at(), recorded.by(), new MessageAdded(message.visibility(), message.channel(), body,
                message.mail(), message.automatic(), message.textName()));
    }

    private static String preview(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(PREVIEW - 1, text.codePointCount(0, text.length())))) + "…";
    }

    static byte[] pack(Map<Long, Kept> elsewhere) {
        return Packing.pack(Json.write(new KeptBySeq(elsewhere)));
    }

    static Map<Long, Kept> unpack(byte[] packed) {
        return Json.read(Packing.unpack(packed), KeptBySeq.class).messages();
    }
}
