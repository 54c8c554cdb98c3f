package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is done to a ticket, and who may do it. */
@QuarkusTest
class ChangingTest extends Stories {

    @Test
    void an_answer_is_seen_by_the_customer_and_an_internal_note_is_not() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA).post("/api/tickets/" + ticket + "/messages", "{\"text\": \"Nous regardons.\"}");
        var note = Api.as(World.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/messages",
                        "{\"text\": \"Client pénible\", \"visibility\": \"internal\"}");
        assertEquals(200, note.status());
        assertTrue(note.text().contains("Client pénible"));
        var seen = read(World.ALICE, ticket);
        assertTrue(seen.text().contains("Nous regardons."));
        assertFalse(seen.text().contains("pénible"));
    }

    @Test
    void customers_see_the_staffs_names_and_not_their_addresses() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA).put("/api/tickets/" + ticket + "/owner", "{\"email\": \"nadia@cloud.example\"}");
        Api.as(World.NADIA).post("/api/tickets/" + ticket + "/messages", "{\"text\": \"Bonjour\"}");
        var seen = read(World.ALICE, ticket);
        assertEquals("Nadia Roux", seen.json().at("/owner/name").asText());
        assertFalse(seen.text().contains("nadia@cloud.example"));
        assertTrue(read(World.NADIA, ticket).text().contains("nadia@cloud.example"));
    }

    @Test
    void how_the_desk_works_is_not_for_customers() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/forwards",
                        "{\"to\": [\"expert@vendor.example\"], \"comment\": \"Une idée ?\"}");
        Api.as(World.NADIA)
                .put("/api/tickets/" + ticket + "/priority", "{\"priority\": \"high\", \"reason\": \"il crie fort\"}");
        var seen = read(World.ALICE, ticket);
        assertEquals(List.of("opened", "message", "priority"), kinds(seen.json()));
        assertFalse(seen.text().contains("vendor.example"));
        assertFalse(seen.text().contains("crie"));
        assertTrue(read(World.LEA, ticket).text().contains("il crie fort"));
    }

    @Test
    void a_customer_may_not_do_what_is_for_agents() {
        var ticket = openedBy(World.ALICE);
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\", \"visibility\": \"internal\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .put("/api/tickets/" + ticket + "/owner", "{\"email\": \"nadia@cloud.example\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .put("/api/tickets/" + ticket + "/queue", "{\"name\": \"support\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .put("/api/tickets/" + ticket + "/priority", "{\"priority\": \"high\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .put("/api/tickets/" + ticket + "/level", "{\"number\": \"n2\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post("/api/tickets/" + ticket + "/merges", "{\"into\": \"" + openedBy(World.ALICE) + "\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post("/api/tickets/" + ticket + "/forwards", "{\"to\": \"x@y.example\"}")
                        .status());
    }

    @Test
    void an_agent_who_says_why_has_an_address_written_to_again_whatever_desk_it_failed_at() {
        var ticket = openedBy(World.ALICE);
        World.cameBack(ticket, World.ALICE);
        World.LIFTED.clear();
        var path = "/api/tickets/" + ticket + "/reachable";
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post(path, "{\"address\": \"alice@acme.example\", \"reason\": \"si\"}")
                        .status());
        assertEquals(
                400,
                Api.as(World.NADIA)
                        .post(path, "{\"address\": \"gina@globex.example\", \"reason\": \"x\"}")
                        .status());
        assertEquals(
                400,
                Api.as(World.NADIA)
                        .post(path, "{\"address\": \"alice@acme.example\", \"reason\": \" \"}")
                        .status());
        assertEquals(List.of(), World.LIFTED, "refused, it lifts nothing");
        assertTrue(actions(World.NADIA, ticket).contains("reachable"));
        assertFalse(actions(World.ALICE, ticket).contains("reachable"));
        var answer = Api.as(World.NADIA)
                .post(path, "{\"address\": \"Alice@acme.example\", \"reason\": \"Elle a vidé sa boîte.\"}");
        assertEquals(200, answer.status(), answer.text());
        assertEquals(List.of("alice@acme.example"), World.LIFTED);
        assertFalse(actions(World.NADIA, ticket).contains("reachable"));
        assertTrue(answer.text().contains("alice@acme.example – Elle a vidé sa boîte."), answer.text());
        assertFalse(read(World.ALICE, ticket).text().contains("vidé"));
    }

    private static List<String> actions(String as, String ticket) {
        return Stream.of(read(as, ticket).json().at("/actions"))
                .flatMap(actions -> StreamSupport.stream(actions.spliterator(), false))
                .map(action -> action.at("/name").asText())
                .toList();
    }

    @Test
    void a_transition_takes_its_inputs_beside_the_comment() {
        var ticket = openedBy(World.ALICE);
        var answer = Api.as(World.NADIA)
                .inFrench()
                .post(
                        "/api/tickets/" + ticket + "/transitions",
                        "{\"to\": \"attente-tiers\", \"who\": \"editeur\", \"comment\": \"Ticket ouvert chez l'éditeur.\"}");
        assertEquals(200, answer.status(), answer.text());
        assertEquals("attente-tiers", answer.json().at("/state/id").asText());
        assertEquals("paused", answer.json().at("/sla/0/state").asText());
        var seen = Api.as(World.ALICE).inFrench().get("/api/tickets/" + ticket).json();
        assertEquals(
                "Soumise → En attente d'un tiers\nTiers attendu : Éditeur d'add-on",
                seen.at("/timeline/items/2/text").asText());
        assertEquals(
                "Ticket ouvert chez l'éditeur.",
                seen.at("/timeline/items/3/text").asText());
    }

    @Test
    void an_input_that_the_state_does_not_ask_for_is_named() {
        var ticket = openedBy(World.ALICE);
        var answer = Api.as(World.NADIA)
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"en-cours\", \"colour\": \"red\"}");
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("colour"));
    }

    @Test
    void a_transition_that_is_no_longer_possible_says_what_is() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"fermee\", \"comment\": \"Fait.\"}");
        var answer = Api.as(World.NADIA)
                .inEnglish()
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"attente-client\", \"comment\": \"?\"}");
        assertEquals(409, answer.status());
        assertEquals("fermee", answer.json().get("state").asText());
        assertEquals("[\"en-cours\"]", answer.json().get("allowed").toString());
        assertEquals(
                "Moving from “Closed” to “Waiting for customer” is not possible; possible: In progress.",
                answer.json().get("detail").asText());
    }

    @Test
    void whoever_has_an_old_version_hears_what_changed() {
        var ticket = openedBy(World.ALICE);
        var etag = read(World.NADIA, ticket).etag();
        Api.as(World.LEA).post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"en-cours\"}");
        var answer = Api.as(World.NADIA)
                .with("If-Match", etag)
                .put("/api/tickets/" + ticket + "/owner", "{\"email\": \"nadia@cloud.example\"}");
        assertEquals(412, answer.status());
        assertEquals("state", answer.json().at("/changes/0/kind").asText());
        assertEquals("Léa Fontaine", answer.json().at("/changes/0/actor/name").asText());
        assertEquals(
                answer.json().get("etag").asText(), read(World.NADIA, ticket).etag());
        assertTrue(read(World.NADIA, ticket).json().get("owner").isNull());
    }

    @Test
    void what_changed_is_told_to_a_customer_only_as_far_as_they_may_see_it() {
        var ticket = openedBy(World.ALICE);
        var etag = read(World.ALICE, ticket).etag();
        Api.as(World.LEA)
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"secret\", \"visibility\": \"internal\"}");
        var answer = Api.as(World.ALICE)
                .with("If-Match", etag)
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"Alors ?\"}");
        assertEquals(412, answer.status());
        assertEquals(0, answer.json().get("changes").size());
    }

    @Test
    void whoever_has_the_present_version_wins() {
        var ticket = openedBy(World.ALICE);
        var etag = read(World.NADIA, ticket).etag();
        var answer = Api.as(World.NADIA)
                .with("If-Match", etag)
                .put("/api/tickets/" + ticket + "/owner", "{\"email\": \"nadia@cloud.example\"}");
        assertEquals(200, answer.status());
        assertNotEquals(etag, answer.etag());
    }

    @Test
    void of_two_agents_at_once_one_wins_and_the_other_hears_what_changed() {
        var ticket = openedBy(World.ALICE);
        var etag = read(World.NADIA, ticket).etag();
        World.STORE.onceBeforeWriting(() -> {
            var id = guichet.core.ticket.TicketId.parse(ticket).orElseThrow();
            new guichet.core.command.CommandHandler(World.STORE)
                    .change(
                            World.CLOUD,
                            id,
                            new guichet.core.command.Command.Transition(
                                    guichet.core.ticket.Actor.agent(World.LEA, "Léa Fontaine"),
                                    "en-cours",
                                    java.util.Optional.empty(),
                                    java.util.Map.of()),
                            java.time.Instant.parse("2026-03-02T09:30:01Z"));
        });
        var answer = Api.as(World.NADIA)
                .with("If-Match", etag)
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"fermee\", \"comment\": \"Fait.\"}");
        assertEquals(412, answer.status());
        assertEquals(
                "en-cours", read(World.NADIA, ticket).json().at("/state/id").asText());
    }

    @Test
    void the_same_change_delivered_twice_is_made_once() {
        var ticket = openedBy(World.ALICE);
        World.cameBack(ticket, World.ALICE);
        var calls = new String[][] {
            {"POST", "/messages", "{\"text\": \"Nous regardons.\"}"},
            {"POST", "/transitions", "{\"to\": \"attente-client\", \"comment\": \"Quelle version ?\"}"},
            {"PUT", "/owner", "{\"email\": \"karim@cloud.example\"}"},
            {"PUT", "/priority", "{\"priority\": \"high\"}"},
            {"POST", "/escalations", "{\"reason\": \"other\"}"},
            {"POST", "/forwards", "{\"to\": \"expert@vendor.example\"}"},
            {"POST", "/reachable", "{\"address\": \"alice@acme.example\", \"reason\": \"elle l'a dit\"}"},
        };
        for (var call : calls) {
            var first = Api.as(World.NADIA)
                    .with("Idempotency-Key", call[1])
                    .send(call[0], "/api/tickets/" + ticket + call[1], call[2]);
            var again = Api.as(World.NADIA)
                    .with("Idempotency-Key", call[1])
                    .send(call[0], "/api/tickets/" + ticket + call[1], call[2]);
            assertEquals(200, first.status(), first.text());
            assertEquals(first.text(), again.text());
            assertEquals(first.etag(), again.etag(), call[1]);
        }
    }

    @Test
    void a_key_serves_one_request_only() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .with("Idempotency-Key", "k")
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"a\"}");
        assertEquals(
                422,
                Api.as(World.NADIA)
                        .with("Idempotency-Key", "k")
                        .post("/api/tickets/" + openedBy(World.GINA) + "/messages", "{\"text\": \"a\"}")
                        .status());
    }

    @Test
    void an_escalation_shows_the_phone_and_what_it_is_for() {
        var ticket = openedBy(World.ALICE);
        var escalate = action(
                Api.as(World.ALICE).inFrench().get("/api/tickets/" + ticket).json(), "escalate");
        assertEquals("+33 3 67 10 00 10", escalate.get("phone").asText());
        assertEquals(
                "Pour une demande très urgente, appelez-nous plutôt.",
                escalate.get("advice").asText());
        assertEquals(
                "/api/tickets/" + ticket + "/escalations", escalate.get("href").asText());
        assertEquals(3, escalate.at("/inputs/0/choices").size());
    }

    @Test
    void actions_are_what_this_caller_may_do_now() {
        var ticket = openedBy(World.ALICE);
        assertEquals(
                List.of("message", "escalate"), names(read(World.ALICE, ticket).json()));
        assertEquals(
                List.of(
                        "message",
                        "transition",
                        "transition",
                        "transition",
                        "transition",
                        "transition",
                        "escalate",
                        "owner",
                        "priority",
                        "merge",
                        "forward",
                        "subject",
                        "requester",
                        "organization",
                        "contract"),
                names(read(World.NADIA, ticket).json()));
        Api.as(World.NADIA)
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"fermee\", \"comment\": \"Fait.\"}");
        var reopen = action(
                Api.as(World.ALICE).inFrench().get("/api/tickets/" + ticket).json(), "transition");
        assertEquals("en-cours", reopen.get("to").asText());
        assertEquals("En cours", reopen.get("label").asText());
        assertEquals("POST", reopen.get("method").asText());
    }

    @Test
    void every_action_can_be_sent_as_it_says() {
        var ticket = openedBy(World.ALICE);
        for (var action : read(World.NADIA, ticket).json().get("actions")) {
            var body = Api.JSON.createObjectNode();
            var answer = Api.as(World.NADIA)
                    .send(action.get("method").asText(), action.get("href").asText(), body.toString());
            assertTrue(
                    answer.status() == 200 || answer.status() == 400,
                    "a route for " + action + " answers " + answer.status());
        }
    }

    @Test
    void an_owner_is_an_agent_of_the_desk_or_nobody() {
        var ticket = openedBy(World.ALICE);
        var wrong = Api.as(World.NADIA).put("/api/tickets/" + ticket + "/owner", "{\"email\": \"alice@acme.example\"}");
        assertEquals(400, wrong.status());
        assertEquals(
                "[\"nadia@cloud.example\",\"karim@cloud.example\",\"lea@cloud.example\"]",
                wrong.json().get("allowed").toString());
        Api.as(World.NADIA).put("/api/tickets/" + ticket + "/owner", "{\"email\": \"karim@cloud.example\"}");
        assertTrue(Api.as(World.NADIA)
                .put("/api/tickets/" + ticket + "/owner", "{\"email\": null}")
                .json()
                .get("owner")
                .isNull());
    }

    @Test
    void queues_and_levels_of_a_desk() {
        var opened = Api.as(World.TIM)
                .post("/api/desks/atelier/tickets", "{\"type\": \"question\", \"subject\": \"x\"}")
                .json();
        var ticket = opened.get("id").asText();
        assertEquals("n1", opened.get("level").asText());
        assertEquals(
                "back",
                Api.as(World.ANN)
                        .put("/api/tickets/" + ticket + "/queue", "{\"name\": \"back\"}")
                        .json()
                        .get("queue")
                        .asText());
        assertEquals(
                "n2",
                Api.as(World.ANN)
                        .put("/api/tickets/" + ticket + "/level", "{\"number\": \"n2\"}")
                        .json()
                        .get("level")
                        .asText());
        assertEquals(
                "[\"n1\",\"n2\"]",
                Api.as(World.ANN)
                        .put("/api/tickets/" + ticket + "/level", "{\"number\": 3}")
                        .json()
                        .get("allowed")
                        .toString());
    }

    @Test
    void a_secret_is_masked_before_anything_keeps_it() {
        var ticket = openedBy(World.ALICE, "Mot de passe : Soleil!2026");
        var answer = Api.as(World.ALICE)
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"Mot de passe : Soleil!2026\"}");
        assertFalse(answer.text().contains("Soleil"), answer.text());
        assertTrue(answer.text().contains("••••••"));
    }

    @Test
    void another_desks_staff_are_nobody_here() {
        assertEquals(
                404,
                Api.as(World.ANN).get("/api/tickets/" + openedBy(World.ALICE)).status());
    }

    @Test
    void a_version_is_never_earlier_than_what_was_read() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .at("2026-03-02T08:00:00Z")
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"early\"}");
        assertEquals(
                "2026-03-02T09:30:00Z",
                read(World.NADIA, ticket).json().get("updated").asText());
    }

    static List<String> kinds(JsonNode ticket) {
        return each(ticket.at("/timeline/items"), "kind");
    }

    private static List<String> names(JsonNode ticket) {
        return each(ticket.get("actions"), "name");
    }

    private static List<String> each(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.get(field).asText()));
        return texts;
    }

    private static JsonNode action(JsonNode ticket, String name) {
        return StreamSupport.stream(ticket.get("actions").spliterator(), false)
                .filter(action -> action.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
