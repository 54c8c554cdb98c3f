package guichet.core.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    /**
     * Tables, clients and the company's systems know events by these names: a new one may join them, none may change.
     */
    private static final List<String> NAMES = List.of(
            "clock",
            "contract",
            "escalated",
            "fields",
            "forwarded",
            "level",
            "merge-received",
            "merged-into",
            "message",
            "opened",
            "organization",
            "owner",
            "participants",
            "priority",
            "queue",
            "reachable",
            "reacted",
            "requester",
            "state",
            "subject",
            "timer",
            "told",
            "type",
            "unreachable",
            "withheld");

    @Test
    void every_kind_of_event_has_one_name_of_its_own_and_these_are_they() {
        var kinds = TicketEvent.kinds();
        assertEquals(NAMES, List.copyOf(new TreeSet<>(kinds.keySet())));
        assertEquals(TicketEvent.class.getPermittedSubclasses().length, kinds.size());
    }

    @Test
    void an_event_says_the_name_of_its_kind() {
        var event = new TicketEvent.FieldsChanged(Map.of());
        assertEquals("fields", event.name());
        assertEquals(event.getClass(), TicketEvent.kinds().get(event.name()));
    }
}
