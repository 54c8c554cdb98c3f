package guichet.core.ticket;

import java.time.Instant;

/** An event with its place in the ticket's history: {@code seq} orders, {@code at} never goes back. */
public record Recorded(long seq, Instant at, Actor by, TicketEvent event) {
}
