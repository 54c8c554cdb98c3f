package guichet.portal.ticket;

import guichet.core.command.TicketStore;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.portal.people.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a ticket's timeline: the latest events that this reader may see, in their order; older ones page by page.
 * So whoever has just written sees what was written, however long the ticket.
 *
 * @param before the next page ends before this event; empty where nothing is older
 */
record TimelinePage(List<RecordedEvent> items, OptionalLong before) {
    private static final int EVENTS = 50;
    private static final int READS = 4;
    /**
     * Characters of all messages: an answer must stay within what Lambda may answer (6 MB). One message is always shown
     * whole.
     */
    private static final int MOST_TEXT = 1_000_000;

    /** @param before events from this one on were shown before */
    static TimelinePage read(TicketStore store, Ticket ticket, Caller reader, long before) {
        var items = new ArrayList<RecordedEvent>();
        var upTo = Math.min(before - 1, ticket.seq());
        var room = MOST_TEXT;
        for (int reads = 0; upTo > 0 && items.isEmpty() && reads < READS; reads++) {
            var from = Math.max(1, upTo - EVENTS + 1);
            var window = window(store, ticket, from, upTo).stream()
                    .filter(recorded -> Timeline.maySee(reader, recorded))
                    .toList();
            upTo = from - 1;
            for (var recorded : window.reversed()) {
                room -= recorded.event() instanceof MessageAdded message
                        ? message.body().text().length()
                        : 0;
                if (room < 0 && !items.isEmpty()) {
                    upTo = recorded.seq();
                    break;
                }
                items.addFirst(recorded);
            }
        }
        return new TimelinePage(items, upTo > 0 ? OptionalLong.of(upTo + 1) : OptionalLong.empty());
    }

    private static List<RecordedEvent> window(TicketStore store, Ticket ticket, long from, long upTo) {
        return store.history(ticket.id(), from, EVENTS).stream()
                .filter(recorded -> recorded.seq() <= upTo)
                .toList();
    }
}
