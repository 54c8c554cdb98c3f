package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.stack.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class RunningTest {
    private final Helpdesk desk;

    RunningTest(Helpdesk desk) {
        this.desk = desk;
    }

    @Test
    void a_silent_customer_is_reminded_twice_then_closed_and_reopens_by_a_reply() throws Exception {
        new MainJob(desk, "Le site ne répond plus").play();
    }

    @Test
    void another_organizations_ticket_does_not_exist() throws Exception {
        var ticket = opened(Helpdesk.ALICE, "Secret d'Acme");
        var path = "/api/tickets/" + ticket;
        var written = desk.as(Helpdesk.ALICE)
                .post(path + "/attachments", Map.of("name", "plan.txt", "size", 4, "type", "text/plain"));
        assertEquals(201, written.status(), written.text());
        var gina = desk.as(Helpdesk.GINA);

        for (var view : List.of("mine", "organization", "all", "attention")) {
            assertFalse(gina.get("/api/desks/cloud/tickets?view=" + view).text().contains("Secret"), view);
        }
        var missing = gina.get("/api/tickets/cloud-999999");
        assertEquals(404, missing.status());
        var answers = List.of(
                gina.get(path),
                gina.post(path + "/messages", Map.of("text", "lisez-moi")),
                gina.post(path + "/transitions", Map.of("to", "fermee", "comment", "non")),
                gina.post(path + "/attachments", Map.of("name", "a.txt", "size", 1, "type", "text/plain")),
                gina.get(path + "/attachments/" + written.json().path("id").asText()),
                gina.get(path + "/sla/response/explanation"));
        for (var answer : answers) {
            assertEquals(404, answer.status(), answer.text());
            assertEquals(
                    missing.json().path("title"),
                    answer.json().path("title"),
                    "it says no more than of a ticket that does not exist");
            assertEquals(missing.json().path("detail"), answer.json().path("detail"));
        }
        assertEquals("soumise", desk.see(ticket).path("state").path("id").asText());
        assertEquals(200, desk.as("albert@acme.example").get(path).status(), "a colleague may");
    }

    @Test
    void a_mail_that_quotes_another_organizations_ticket_opens_a_new_one() throws Exception {
        var ticket = opened(Helpdesk.ALICE, "Facture d'Acme");
        var messages = desk.timeline(ticket, "message").size();

        desk.mail(
                Helpdesk.GINA,
                Mail.from("Gina Hall <gina@globex.example>", "Re: [" + ticket + "] Facture d'Acme")
                        .id("gina.quotes@globex.example")
                        .says("What does Acme pay?\r\n")
                        .raw());
        desk.settle();

        assertEquals(messages, desk.timeline(ticket, "message").size());
        var hers = desk.as(Helpdesk.GINA)
                .get("/api/desks/cloud/tickets?view=mine")
                .json()
                .path("items");
        assertTrue(
                hers.valueStream()
                        .anyMatch(row ->
                                desk.see(row.path("id").asText()).toString().contains("What does Acme pay?")),
                hers.toString());
        assertTrue(desk.sent(ticket, Helpdesk.GINA).isEmpty());
    }

    @Test
    void a_token_says_who_calls_only_by_a_sub_that_is_bound_and_to_no_one_once_it_is_not() throws Exception {
        var me = desk.as("nobody@nowhere.example").get("/api/me");
        assertEquals(200, me.status());
        assertEquals("nobody@nowhere.example", me.json().path("email").asText());
        assertEquals(0, me.json().path("desks").size(), "known to no directory");

        var lea = desk.as("lea@cloud.example");
        var claims = new String(
                java.util.Base64.getUrlDecoder().decode(lea.token().split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(claims.contains("@"), "an access token names no address: " + claims);
        assertTrue(desk.release("lea@cloud.example"));
        assertTrue(lea.get("/api/me").json().path("email").isNull(), "a good token, of a sub that is bound to nobody");
        assertEquals(404, lea.get("/api/desks/cloud").status());
    }

    @Test
    void of_two_agents_who_act_on_what_both_saw_one_wins_and_the_other_learns_what_changed() throws Exception {
        var ticket = opened(Helpdesk.ALICE, "Deux agents");
        var path = "/api/tickets/" + ticket;
        var etag = desk.as(Helpdesk.NADIA).get(path).etag();

        var answers = atOnce(
                () -> desk.as(Helpdesk.NADIA)
                        .postIf(etag, path + "/transitions", Map.of("to", "attente-client", "comment", "Par Nadia")),
                () -> desk.as(Helpdesk.KARIM)
                        .postIf(etag, path + "/transitions", Map.of("to", "fermee", "comment", "Par Karim")));

        assertEquals(
                List.of(200, 412), answers.stream().map(Answer::status).sorted().toList(), answers.toString());
        var lost = answers.stream()
                .filter(answer -> answer.status() == 412)
                .findFirst()
                .orElseThrow()
                .json();
        var said = desk.timeline(ticket, "message").stream()
                .filter(text -> text.startsWith("Par "))
                .toList();
        assertEquals(1, said.size());
        assertTrue(lost.path("changes").toString().contains(said.getFirst()), "it shows what the other did: " + lost);
        assertEquals(desk.as(Helpdesk.NADIA).get(path).etag(), lost.path("etag").asText());
    }

    @Test
    void of_two_agents_who_make_the_same_move_one_is_told_that_it_is_made() throws Exception {
        var ticket = opened(Helpdesk.ALICE, "Deux fois en cours");
        var path = "/api/tickets/" + ticket + "/transitions";

        var answers = atOnce(
                () -> desk.as(Helpdesk.NADIA).post(path, Map.of("to", "en-cours", "comment", "Je prends")),
                () -> desk.as(Helpdesk.KARIM).post(path, Map.of("to", "en-cours", "comment", "Je prends")));

        assertEquals(
                List.of(200, 409), answers.stream().map(Answer::status).sorted().toList(), answers.toString());
        assertEquals(1, desk.timeline(ticket, "state").size());
        desk.settle();
        assertEquals(2, desk.sent(ticket).size(), "the acknowledgement, and one notice");
    }

    @Test
    void of_many_messages_written_at_once_none_is_lost() throws Exception {
        var ticket = opened(Helpdesk.ALICE, "Beaucoup de monde");
        var path = "/api/tickets/" + ticket + "/messages";

        var answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Answer>) () -> desk.as(i % 2 == 0 ? Helpdesk.NADIA : Helpdesk.ALICE)
                        .post(path, Map.of("text", "message " + i)))
                .toList());

        var taken = IntStream.range(0, 8)
                .filter(i -> answers.get(i).status() == 200)
                .mapToObj(i -> "message " + i)
                .toList();
        assertEquals(8, taken.size(), answers.toString());
        assertEquals(
                taken,
                desk.timeline(ticket, "message").stream()
                        .filter(text -> text.startsWith("message "))
                        .sorted()
                        .toList());
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }

    private String opened(String by, String subject) throws Exception {
        desk.mail(
                by,
                Mail.from(by, subject)
                        .id(Integer.toHexString(subject.hashCode()) + "@test.example")
                        .raw());
        desk.settle();
        return desk.ticket(subject);
    }
}
