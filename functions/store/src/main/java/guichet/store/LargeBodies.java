package guichet.store;

import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Long texts lie outside the table: one object a commit, written before the transaction, under a key made of what is
 * written. A writer who loses the race leaves an object that nothing names, and never another's text.
 */
final class LargeBodies {
    /**
     * Characters of one commit that stay in the item: texts first, then quoted history, then HTML, as far as they fit.
     */
    static final int INLINE = 3 * 1024;
    /** What stays of a text that does not fit, for whoever only lists. */
    static final int PREVIEW = 500;

    private LargeBodies() {}

    /** @param events without what is kept elsewhere; @param elsewhere by the message's seq */
    record Split(List<RecordedEvent> events, TreeMap<Long, Kept> elsewhere) {}

    /** What of a message's body is kept elsewhere; empty where it stayed. */
    record Kept(Optional<String> text, Optional<String> quoted, Optional<String> html) {}

    record KeptBySeq(Map<Long, Kept> messages) {}

    private static final Format<KeptBySeq> FORMAT = ItemJson.format("text kept outside the table", KeptBySeq.class);

    static String key(TicketId ticket, String commit) {
        return "texts/" + ticket.desk() + "/" + ticket.number() + "/" + commit;
    }

    static Split split(List<RecordedEvent> events) {
        var elsewhere = new TreeMap<Long, Kept>();
        var kept = new ArrayList<RecordedEvent>(events.size());
        var room = INLINE;
        for (var recorded : events) {
            if (recorded.event() instanceof MessageAdded message) {
                var body = message.body();
                var text = Optional.of(body.text()).filter(longerThan(room));
                room -= text.isPresent() ? PREVIEW : body.text().length();
                var quoted = Optional.of(body.quoted()).filter(longerThan(room));
                room -= quoted.isPresent() ? 0 : body.quoted().length();
                var html = body.html().filter(longerThan(room));
                room -= html.isPresent() ? 0 : body.html().map(String::length).orElse(0);
                if (text.isPresent() || quoted.isPresent() || html.isPresent()) {
                    elsewhere.put(recorded.seq(), new Kept(text, quoted, html));
                    recorded = recorded.with(message.with(new Body(
                            text.map(LargeBodies::preview).orElse(body.text()),
                            quoted.isPresent() ? Body.FOLDED : body.quoted(),
                            html.isPresent() ? Optional.of("") : body.html(),
                            body.attachments(),
                            body.redaction())));
                }
            }
            kept.add(recorded);
        }
        return new Split(List.copyOf(kept), elsewhere);
    }

    static List<RecordedEvent> join(List<RecordedEvent> events, Map<Long, Kept> elsewhere) {
        return events.stream()
                .map(recorded -> {
                    var kept = elsewhere.get(recorded.seq());
                    return kept == null || !(recorded.event() instanceof MessageAdded message)
                            ? recorded
                            : recorded.with(message.with(join(message.body(), kept)));
                })
                .toList();
    }

    private static Body join(Body body, Kept kept) {
        return new Body(
                kept.text().orElse(body.text()),
                kept.quoted().orElse(body.quoted()),
                kept.html().or(body::html),
                body.attachments(),
                body.redaction());
    }

    private static Predicate<String> longerThan(int room) {
        return text -> text.length() > Math.max(0, room);
    }

    private static String preview(String text) {
        return text.substring(
                        0, text.offsetByCodePoints(0, Math.min(PREVIEW - 1, text.codePointCount(0, text.length()))))
                + "…";
    }

    static byte[] pack(Map<Long, Kept> elsewhere) {
        return Packing.pack(FORMAT.write(new KeptBySeq(elsewhere)));
    }

    static Map<Long, Kept> unpack(byte[] packed) {
        return FORMAT.read(Packing.unpack(packed)).messages();
    }
}
