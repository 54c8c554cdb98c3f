package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.frozen.Frozen;
import guichet.local.mail.MailView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder that an earlier version left in the middle of its work (infra/frozen says what is in it), opened by
 * this one: one helpdesk, whose weeks go on from test to test.
 */
@Tag("stack")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrozenDataTest {
    private static final Frozen FROZEN = Frozen.OF_2026_11;
    private static final String NICOLAS = "nicolas@daj.example";
    private static final String GUILLAUME = "guillaume@logeas.example";
    private static final String PAUL = "tresorier@paroisse-du-val.example";

    @TempDir
    private static Path data;

    private static Helpdesk desk;

    @BeforeAll
    static void open() throws Exception {
        FROZEN.dataInto(data);
        desk = Helpdesk.start(Helpdesk.config().withData(data));
        desk.settle();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static String agentOf(String ticket) {
        return ticket.startsWith("cloud-") ? Helpdesk.NADIA : ticket.startsWith("daj-") ? NICOLAS : GUILLAUME;
    }

    private static JsonNode see(String ticket) {
        return desk.as(agentOf(ticket)).get("/api/tickets/" + ticket).json();
    }

    private static String state(String ticket) {
        return see(ticket).at("/state/id").asText();
    }

    private static List<String> texts(String ticket, String kind) {
        return see(ticket)
                .at("/timeline/items")
                .valueStream()
                .filter(event -> event.path("kind").asText().equals(kind))
                .map(event -> event.path("text").asText())
                .toList();
    }

    private static List<String> subjects(String agent, String deskId) {
        return desk.as(agent).list("/api/desks/" + deskId + "/tickets?view=all").stream()
                .map(row -> row.path("subject").asText())
                .toList();
    }

    private static long mails(String to, String saying) {
        return desk.stack.outbox().stream()
                .filter(mail -> mail.sent().to().contains(to) && mail.text().contains(saying))
                .count();
    }

    @Test
    @Order(1)
    void what_lay_on_the_queues_is_worked_off_once() {
        assertEquals(Map.of(), desk.deadLetters());
        assertEquals(1, mails("albert@acme.example", "Le disque est remplacé"), "a notice");
        for (var ticket : List.of("daj-2", "daj-3")) { // one was sent then, and one lay on the queue
            assertEquals(1, mails(NICOLAS, "Le ticket " + ticket), "a reminder of " + ticket);
            assertEquals(1, mails("claire@daj.example", "Le ticket " + ticket), "a reminder of " + ticket);
        }
        assertEquals(
                List.of("Merci, nous attendons cette nuit."),
                texts("cloud-3", "message").stream()
                        .filter(text -> text.startsWith("Merci"))
                        .toList(),
                "a reply that was told of twice");
        assertEquals(1, mails("gilles@globex.example", "cloud-10"), "a mail that opens a ticket");
        assertTrue(subjects(NICOLAS, "daj").contains("Bientot admis"), "a held mail that was let in");
        assertEquals(1, texts("cloud-9", "unreachable").size(), "a mail that came back");
        assertEquals(
                List.of("First response: starts", "First response: has a new target"),
                texts("cloud-8", "clock").subList(0, 2));
        assertEquals(4, texts("cloud-8", "clock").size(), "a clock that was due: it warned, and ran out");
    }

    @Test
    @Order(2)
    void every_ticket_is_listed() {
        for (var then : FROZEN.tickets()) {
            var id = then.path("id").asText();
            assertTrue(
                    subjects(agentOf(id), id.substring(0, id.indexOf('-')))
                            .contains(then.path("subject").asText()),
                    id);
        }
        assertEquals(
                List.of("Migration du serveur", "Jira est lent"),
                desk.as(Helpdesk.ALICE).list("/api/desks/cloud/tickets?view=mine").stream()
                        .map(row -> row.path("subject").asText())
                        .toList());
    }

    @Test
    @Order(3)
    void every_timeline_begins_as_it_was_then() {
        for (var then : FROZEN.tickets()) {
            var before = events(then);
            assertEquals(
                    before,
                    events(see(then.path("id").asText())).subList(0, before.size()),
                    then.path("id").asText());
        }
    }

    /** What the product says in words of its own may be said better one day; what somebody wrote stays. */
    private static List<JsonNode> events(JsonNode ticket) {
        var events = new ArrayList<JsonNode>();
        ticket.at("/timeline/items")
                .forEach(event -> events.add(
                        event.path("kind").asText().equals("message")
                                ? event
                                : ((ObjectNode) event.deepCopy()).without("text")));
        return events;
    }

    @Test
    @Order(4)
    void what_lies_outside_the_table_is_at_hand() {
        assertTrue(
                texts("cloud-7", "message").getFirst().contains("Étape 60"), "a text that is too long for the table");
        var nadia = desk.as(Helpdesk.NADIA);
        var message = see("cloud-1").at("/timeline/items/2");
        assertTrue(nadia.get(message.path("html").asText()).text().contains("<b>chaque page</b>"));
        assertTrue(nadia.get(message.path("quoted").asText()).text().contains("Chez moi aussi"));
        assertEquals(200, nadia.get(message.at("/attachments/0/href").asText()).status());
    }

    @Test
    @Order(5)
    void what_was_due_falls_due() {
        assertEquals(1, mails(Helpdesk.ALICE, "Nous attendons toujours votre réponse"), "sent then");
        desk.sweep(Instant.parse("2026-11-29T09:01:00Z"));
        assertEquals(2, mails(Helpdesk.ALICE, "Nous attendons toujours votre réponse"));
        desk.sweep(Instant.parse("2026-11-30T09:01:00Z"));
        assertEquals(1, mails(PAUL, "Rappel"), "of an appointment");
        assertEquals("attente-client", state("cloud-1"));
        desk.sweep(Instant.parse("2026-12-05T09:01:00Z"));
        assertEquals("fermee", state("cloud-1"));
        assertEquals(1, mails(Helpdesk.ALICE, "Sans réponse de votre part"));
    }

    @Test
    @Order(6)
    void a_reply_to_a_mail_of_then_reopens_its_ticket() throws Exception {
        var question = desk.sent("cloud-1", Helpdesk.ALICE).stream()
                .filter(mail -> mail.text().contains("Quelle version utilisez-vous"))
                .findFirst()
                .orElseThrow();
        assertEquals("fermee", state("cloud-1"));
        var reply = Mail.replyTo(question, "Alice Martin <alice@acme.example>")
                .id("reponse@acme.example")
                .at(Instant.parse("2026-12-07T09:00:00Z"))
                .says("La version 9, et c'est toujours lent.\r\n");
        desk.stack.mail(reply.raw(), Helpdesk.ALICE, replyTo(question));
        desk.settle();
        assertEquals("en-cours", state("cloud-1"));
        assertTrue(texts("cloud-1", "message").contains("La version 9, et c'est toujours lent."));
    }

    private static String replyTo(MailView mail) {
        return Mail.address(mail.headers().get("Reply-To"));
    }

    @Test
    @Order(7)
    void a_mail_that_was_held_then_is_let_in() {
        var nicolas = desk.as(NICOLAS);
        var held = nicolas.list("/api/desks/daj/held-mails?").getFirst();
        assertEquals("Personne ne decide", held.path("subject").asText());
        var decided = nicolas.at(Instant.parse("2026-12-07T10:00:00Z"))
                .post("/api/desks/daj/held-mails/" + held.path("id").asText() + "/decision", Map.of("allow", "once"));
        assertEquals(200, decided.status(), decided.text());
        desk.sweep(Instant.parse("2026-12-07T10:01:00Z"));
        assertTrue(subjects(NICOLAS, "daj").contains("Personne ne decide"));
        assertEquals(Map.of(), desk.deadLetters());
    }
}
