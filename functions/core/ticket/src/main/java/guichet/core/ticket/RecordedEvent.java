package guichet.core.ticket;

import java.time.Instant;

/** An event with its place in the ticket's history: {@code seq} orders, {@code at} never goes back. */
public record RecordedEvent(long seq, Instant at, Actor by, TicketEvent event) {
    /** As a list shows it: a message without its quoted history and HTML. */
    public RecordedEvent listed() {
        return event instanceof TicketEvent.MessageAdded message
                ? with(message.with(message.body().listed()))
                : this;
    }

    public RecordedEvent with(TicketEvent other) {
        return new RecordedEvent(seq, at, by, other);
    }
}
