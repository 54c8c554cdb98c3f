package guichet.runtime;

import guichet.store.Format;
import java.util.List;

/**
 * Tickets that a sweep found due.
 *
 * @param at the sweep's time, ISO 8601
 * @param due each with the instant that the index gave for it; dropped when the ticket is no longer due then
 */
public record DueMessage(String at, List<Item> due) {
    public static final Format<DueMessage> FORMAT = MessageJson.format("due message", DueMessage.class);

    public record Item(String ticket, String due) {}
}
