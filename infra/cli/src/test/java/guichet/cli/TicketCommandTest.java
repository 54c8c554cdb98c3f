package guichet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.desk.Channel;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Requester;
import guichet.core.ticket.TicketId;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import guichet.store.NoticeKey;
import guichet.store.NoticeLedger;
import guichet.store.TicketDump;
import guichet.store.desks.Desks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor ALICE = Actor.customer("alice@acme.example", "Alice Martin", "acme");
    private static final TicketId FIRST = new TicketId("cloud", 1);

    @Test
    void a_stored_ticket_is_shown_with_its_events_and_what_became_of_its_notices() throws Exception {
        try (var table = LocalTable.make()) {
            var store = new DynamoTicketStore(table.db(), LocalTable.NAME, Blobs.NONE, () -> "");
            var desk = Desks.in(Path.of("../../desks")).desk("cloud").orElseThrow();
            var handler = new CommandHandler(store);
            handler.open(
                    desk,
                    id -> Command.Open.of(
                                    ALICE,
                                    id,
                                    "support",
                                    "Jira \u001b[2J est lent",
                                    new Requester(
                                            ALICE.person(),
                                            ALICE.organization(),
                                            Optional.of("24/7"),
                                            Optional.of("fr")),
                                    Channel.MAIL)
                            .body(Body.of("Bonjour,\nil est lent."))
                            .build(),
                    MONDAY,
                    Optional.empty());
            var opening = store.commits(FIRST, 0, 10).getFirst();
            var acknowledgement = NoticeKey.of(
                    FIRST,
                    opening.events().getLast().seq(),
                    opening.events().getLast().at(),
                    ALICE.address());
            var ledger = new NoticeLedger(table.db(), LocalTable.NAME);
            assertTrue(
                    printed(read(table)).contains("notice to alice@acme.example (accuse): not sent\n"),
                    printed(read(table)));
            ledger.claim(acknowledgement, MONDAY);
            assertTrue(
                    printed(read(table)).contains("notice to alice@acme.example (accuse): being sent\n"),
                    printed(read(table)));
            ledger.sent(acknowledgement, "0102@eu-west-1.amazonses.com", MONDAY);

            var found = read(table);
            var lines = printed(found).lines().toList();
            assertEquals(
                    "cloud-1 support \"Jira �[2J est lent\"", lines.getFirst(), "nothing that a terminal would act on");
            assertTrue(lines.get(1).contains("soumise since 2026-03-02T09:30:00Z"), lines.get(1));
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.contains("alice@acme.example  message: Bonjour,⏎il est lent.")),
                    lines.toString());
            assertTrue(
                    lines.contains("        notice to alice@acme.example (accuse): sent, 0102@eu-west-1.amazonses.com"),
                    lines.toString());
            assertFalse(printed(found).contains("\u001b"));

            var json = new ObjectMapper().readTree(found.json());
            assertEquals("cloud-1", json.at("/ticket/id").asText());
            assertEquals("opened", json.at("/commits/0/events/0/event/is").asText());
            assertEquals("sent", json.at("/notices/0/state").asText());
            assertEquals(
                    Optional.empty(), TicketDump.read(table.db(), LocalTable.NAME, new TicketId("cloud", 2), MONDAY));
        }
    }

    private static TicketDump read(LocalTable table) {
        return TicketDump.read(table.db(), LocalTable.NAME, FIRST, MONDAY).orElseThrow();
    }

    private static String printed(TicketDump found) {
        var out = new StringWriter();
        TicketCommand.print(found, new PrintWriter(out, true));
        return out.toString();
    }
}
