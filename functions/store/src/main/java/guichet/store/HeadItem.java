package guichet.store;

import guichet.core.command.TicketCommit;
import guichet.core.text.Cut;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ticket's head: the ticket whole, packed, and beside it what the indexes key and project. */
final class HeadItem {
    static final String VERSION = "v";
    static final String HEAD = "head";
    static final Format<Ticket> FORMAT = ItemJson.format("head", Ticket.class);
    /** Enough to recognise a ticket in a list; whole in the head. */
    private static final int LISTED_SUBJECT = 160;

    private HeadItem() {}

    static Map<String, AttributeValue> of(TicketCommit commit) {
        return of(commit.after(), commit.due());
    }

    static Map<String, AttributeValue> of(Ticket ticket, Optional<Instant> due) {
        var id = ticket.id();
        var item = Attr.item(Keys.ticket(id), Keys.ALONE);
        item.put(VERSION, Attr.n(ticket.seq()));
        item.put(HEAD, Attr.b(Packing.pack(FORMAT.write(ticket))));
        Attr.put(item, TicketRow.SUBJECT, listed(ticket.subject()));
        item.put(TicketRow.STATE, Attr.s(ticket.state()));
        item.put(TicketRow.PRIORITY, Attr.s(ticket.priority()));
        item.put(TicketRow.TYPE, Attr.s(ticket.type()));
        item.put(TicketRow.REQUESTER, Attr.s(TicketRow.written(ticket.requester())));
        item.put(TicketRow.OPENED, Attr.at(ticket.opened()));
        ticket.owner().map(TicketRow::written).ifPresent(owner -> item.put(TicketRow.OWNER, Attr.s(owner)));
        ticket.waitingSince().ifPresent(since -> item.put(TicketRow.WAITING_SINCE, Attr.at(since)));

        item.put(
                Keys.REQ_KEY,
                Attr.s(Keys.requesterIndex(id.desk(), ticket.requester().address())));
        item.put(Keys.REQ_SORT, Attr.s(Keys.byNumber(id)));
        ticket.organization().ifPresent(organization -> {
            item.put(Keys.ORG_KEY, Attr.s(Keys.organizationIndex(id.desk(), organization)));
            item.put(Keys.ORG_SORT, Attr.s(Keys.byNumber(id)));
        });
        ticket.waitingSince().filter(_ -> !ticket.isClosed()).ifPresent(since -> {
            item.put(Keys.QUEUE_KEY, Attr.s(Keys.queueIndex(id.desk(), ticket.queue())));
            item.put(Keys.QUEUE_SORT, Attr.s(Keys.byArrival(since, id)));
        });
        ticket.owner().map(Person::address).ifPresent(owner -> {
            item.put(Keys.OWNER_KEY, Attr.s(Keys.ownerIndex(id.desk(), owner)));
            item.put(Keys.OWNER_SORT, Attr.s(Keys.openFirst(!ticket.isClosed(), id)));
        });
        due.ifPresent(at -> {
            item.put(Keys.DUE_SHARD, Attr.s(Keys.dueShardOf(id.toString())));
            item.put(Keys.DUE_AT, Attr.s(Keys.instant(at)));
        });
        return item;
    }

    /**
     * @throws UnreadableItemException if it is no head
     * @throws NewerFormatException if a newer version wrote it
     */
    static Ticket read(Map<String, AttributeValue> item) {
        return UnreadableItemException.orThrow(
                "the head " + Attr.text(item, Keys.PK), () -> FORMAT.read(Packing.unpack(Attr.bytes(item, HEAD))));
    }

    private static String listed(String subject) {
        return Cut.to(LISTED_SUBJECT, subject);
    }
}
