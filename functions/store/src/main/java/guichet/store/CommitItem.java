package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.ticket.Actor;
import guichet.core.ticket.MailRef;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A commit on its way into the table.
 *
 * @param id made of what is written, so that a writer who never heard the outcome recognises his own
 * @param texts what goes outside the table first
 */
record CommitItem(String id, Map<String, AttributeValue> item, Optional<byte[]> texts) {
    /** The table's limit is 400 KB an item. */
    private static final int LIMIT = 380 * 1024;

    static CommitItem of(TicketCommit commit, String trace) {
        var ticket = commit.after();
        var split = LargeBodies.split(commit.events());
        var elsewhere = split.elsewhere().keySet().stream().toList();
        var cut = elsewhere.stream()
                .filter(seq -> split.elsewhere().get(seq).text().isPresent())
                .toList();
        var packed = Packing.pack(
                StoredCommit.json(ticket, split.events(), commit.notices(), commit.withheld(), elsewhere, cut));
        if (packed.length > LIMIT) {
            throw new IllegalArgumentException(
                    "a commit of " + packed.length + " bytes on " + ticket.id() + " is more than the table takes");
        }
        var texts = elsewhere.isEmpty() ? Optional.<byte[]>empty() : Optional.of(LargeBodies.pack(split.elsewhere()));
        var id = texts.map(bytes -> Hash.of(Hash.of(packed), Hash.of(bytes))).orElseGet(() -> Hash.of(packed));

        var item = Attr.item(Keys.ticket(ticket.id()), Keys.commit(ticket.seq()));
        item.put(StoredCommit.KIND, Attr.s(StoredCommit.COMMIT));
        item.put(StoredCommit.ID, Attr.s(id));
        item.put("by", Attr.s(by(commit.events().getFirst().by())));
        item.put("cause", Attr.s(cause(commit)));
        Attr.put(item, StoredCommit.TRACE, trace);
        item.put(StoredCommit.PACKED, Attr.b(packed));
        return new CommitItem(id, item, texts);
    }

    private static String by(Actor actor) {
        return actor.isPerson() ? actor.address() : actor.person().name();
    }

    private static String cause(TicketCommit commit) {
        return commit.timer()
                .map(due -> "timer " + due)
                .or(() -> commit.mails().stream()
                        .findFirst()
                        .map(MailRef::messageId)
                        .map(id -> "mail " + id.substring(0, Math.min(200, id.length()))))
                .orElse("request");
    }
}
