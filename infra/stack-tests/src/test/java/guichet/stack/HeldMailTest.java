package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail that waits for somebody's decision, and what becomes of it (S0-02). */
@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class HeldMailTest {
    private static final String DAJ = "support@daj.example";
    private static final String NICOLAS = "nicolas@daj.example";
    private static final String FABIEN = "fabien@daj.example";
    private final Helpdesk desk;

    HeldMailTest(Helpdesk desk) {
        this.desk = desk;
    }

    private List<JsonNode> held(String agent, String desk, String subject) {
        return this.desk.as(agent).list("/api/desks/" + desk + "/held-mails?").stream()
                .filter(mail -> mail.path("subject").asText().equals(subject))
                .toList();
    }

    private Client.Answer decide(String agent, String desk, JsonNode mail, String allow) {
        return this.desk
                .as(agent)
                .post(
                        "/api/desks/" + desk + "/held-mails/" + mail.path("id").asText() + "/decision",
                        Map.of("allow", allow));
    }

    private List<JsonNode> tickets(String subject) {
        return desk.as(NICOLAS).list("/api/desks/daj/tickets?view=all").stream()
                .filter(row -> row.path("subject").asText().equals(subject))
                .toList();
    }

    private void mailToDaj(String from, String subject) throws Exception {
        desk.stack.mail(
                Mail.from(from, subject)
                        .with("To", DAJ)
                        .id(subject.hashCode() + "@press.example")
                        .raw(),
                from,
                DAJ);
        desk.settle();
    }

    private void sweep() throws Exception {
        desk.sweep(Instant.now());
        desk.settle();
    }

    @Test
    void a_first_mail_is_held_let_in_once_and_in_one_ticket_however_often_it_is_delivered() throws Exception {
        var sender = "premier@press.example";
        mailToDaj(sender, "Première parution");
        assertEquals(List.of(), tickets("Première parution"));
        var mail = held(NICOLAS, "daj", "Première parution").getFirst();
        assertEquals(sender, mail.path("from").asText());
        assertTrue(mail.path("text").asText().contains("rien ne va plus"), mail.toString());

        assertEquals(200, decide(NICOLAS, "daj", mail, "once").status());
        var second = decide(FABIEN, "daj", mail, "never");
        assertEquals(409, second.status());
        assertTrue(second.json().path("detail").asText().contains("Nicolas"), second.text());
        sweep();
        sweep();
        assertEquals(1, tickets("Première parution").size());
        var ticket = desk.as(NICOLAS)
                .get("/api/tickets/"
                        + tickets("Première parution").getFirst().path("id").asText())
                .json();
        assertEquals(sender, ticket.path("requester").path("email").asText());
        assertEquals(
                1,
                desk.stack.outbox().stream()
                        .filter(sent -> sent.sent().to().contains(sender))
                        .count(),
                "acknowledged once");

        mailToDaj(sender, "Première parution");
        assertEquals(List.of(), held(NICOLAS, "daj", "Première parution"), "a late delivery of the same mail");
        mailToDaj(sender, "Deuxième parution");
        assertEquals(1, held(NICOLAS, "daj", "Deuxième parution").size(), "once was for that mail alone");
        assertEquals(1, tickets("Première parution").size());
    }

    @Test
    void a_sender_who_is_let_in_or_kept_out_for_good_is_asked_about_no_more() throws Exception {
        mailToDaj("ami@press.example", "Un ami");
        mailToDaj("intrus@press.example", "Un intrus");
        decide(NICOLAS, "daj", held(NICOLAS, "daj", "Un ami").getFirst(), "always");
        decide(NICOLAS, "daj", held(NICOLAS, "daj", "Un intrus").getFirst(), "never");
        mailToDaj("ami@press.example", "Encore un ami");
        mailToDaj("intrus@press.example", "Encore un intrus");
        sweep();
        assertEquals(1, tickets("Un ami").size());
        assertEquals(1, tickets("Encore un ami").size());
        for (var subject : List.of("Un intrus", "Encore un intrus")) {
            assertEquals(List.of(), tickets(subject));
            assertEquals(List.of(), held(NICOLAS, "daj", subject));
        }
    }

    @Test
    void whoever_is_let_in_with_a_secret_is_told_that_it_was_masked() throws Exception {
        var sender = "bavard@press.example";
        desk.stack.mail(
                Mail.from(sender, "Accès")
                        .with("To", DAJ)
                        .id("acces@press.example")
                        .says("Bonjour,\r\nmot de passe : Tr0ub4dor!\r\n")
                        .raw(),
                sender,
                DAJ);
        desk.settle();
        decide(NICOLAS, "daj", held(NICOLAS, "daj", "Accès").getFirst(), "once");
        sweep();
        var ticket = desk.as(NICOLAS)
                .get("/api/tickets/" + tickets("Accès").getFirst().path("id").asText())
                .text();
        assertTrue(ticket.contains("Un secret a été masqué") && !ticket.contains("Tr0ub4dor"), ticket);
        var answers = desk.stack.outbox().stream()
                .filter(sent -> sent.sent().to().contains(sender))
                .toList();
        assertEquals(1, answers.size(), "acknowledged and told in one mail");
        var answer = answers.getFirst().text();
        assertTrue(answer.contains("mot de passe") && answer.contains("masqué"), answer);
    }

    @Test
    void whoever_claims_to_be_an_agent_and_cannot_prove_it_is_held_until_somebody_vouches() throws Exception {
        var mail = Mail.from(Helpdesk.NADIA, "Je suis Nadia")
                .id("nadia-maybe@cloud.example")
                .with("X-Guichet-Verdict", "dmarc=FAIL, spf=FAIL, dkim=FAIL");
        desk.mail(Helpdesk.NADIA, mail.raw());
        desk.settle();
        var held = held(Helpdesk.KARIM, "cloud", "Je suis Nadia").getFirst();
        assertEquals(
                403, desk.as(Helpdesk.ALICE).get("/api/desks/cloud/held-mails").status());
        assertEquals(200, decide(Helpdesk.KARIM, "cloud", held, "once").status());
        sweep();
        var ticket = desk.ticket("Je suis Nadia");
        assertTrue(
                desk.timeline(ticket, "message").stream()
                        .anyMatch(note -> note.matches("Ce mail était retenu.*Karim.* l’a laissé entrer.")),
                "who vouched stands on the ticket");
        assertEquals(Map.of(), desk.deadLetters());
    }
}
