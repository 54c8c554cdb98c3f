package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.core.ticket.TicketId;
import guichet.store.DueIndex;
import guichet.store.DueIndex.DueTicket;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ParkedCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    private static String printed(DueIndex index, boolean release, String... names) {
        var out = new StringWriter();
        ParkedCommand.run(index, new PrintWriter(out, true), release, List.of(names));
        return out.toString();
    }

    private static DueTicket due(LocalTable table, long number) {
        var ticket = new TicketId("cloud", number);
        table.db()
                .putItem(put -> put.tableName(LocalTable.NAME)
                        .item(Map.of(
                                "pk",
                                AttributeValue.fromS("g#T#cloud#" + number),
                                "sk",
                                AttributeValue.fromS("A"),
                                "dueShard",
                                AttributeValue.fromS("g#D#"
                                        + Integer.toHexString(
                                                Math.floorMod(ticket.toString().hashCode(), DueIndex.SHARDS))),
                                "dueAt",
                                AttributeValue.fromS("2026-03-02T09:30:00.000000000Z"))));
        return new DueTicket(ticket, MONDAY);
    }

    @Test
    void what_is_parked_is_listed_with_its_reason_and_released_all_or_by_name() throws Exception {
        try (var table = LocalTable.make()) {
            var index = new DueIndex(table.db(), LocalTable.NAME);
            assertEquals("nothing is parked\n", printed(index, false));
            index.park(due(table, 7), "no desk\nretired");
            index.park(due(table, 8), "the head cannot be read");
            var both = """
                    cloud-7  due 2026-03-02T09:30:00Z  no desk retired
                    cloud-8  due 2026-03-02T09:30:00Z  the head cannot be read
                    """;
            assertEquals(both, printed(index, false));
            assertThrows(CommandFailure.class, () -> printed(index, true, "cloud-9"));
            assertEquals(
                    "cloud-8  due 2026-03-02T09:30:00Z  the head cannot be read: released\n",
                    printed(index, true, "cloud-8"));
            assertEquals(both.lines().findFirst().orElseThrow() + ": released\n", printed(index, true));
            assertEquals("nothing is parked\n", printed(index, true));
        }
    }
}
