package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpeningTest extends Stories {
    private static final String CLOUD = "/api/desks/cloud/tickets";
    private static final String ATELIER = "/api/desks/atelier/tickets";

    @Test
    void a_ticket_opens_with_its_description_as_its_first_message() {
        var answer = Api.as(World.ALICE)
                .inFrench()
                .post(
                        CLOUD,
                        "{\"type\": \"support\", \"subject\": \"Jira est lent\", \"description\": \"Depuis ce matin.\"}");
        assertEquals(201, answer.status());
        assertEquals("/api/tickets/cloud-1", answer.headers().get("location"));
        var ticket = answer.json();
        assertEquals("cloud-1", ticket.get("id").asText());
        assertEquals(
                "{\"id\":\"soumise\",\"label\":\"Soumise\"}",
                ticket.get("state").toString());
        assertEquals("acme", ticket.get("organization").asText());
        assertEquals("Alice Martin", ticket.at("/requester/name").asText());
        assertEquals("2026-03-02T09:30:00Z", ticket.get("created").asText());
        assertEquals("opened", ticket.at("/timeline/items/0/kind").asText());
        assertEquals("Depuis ce matin.", ticket.at("/timeline/items/1/text").asText());
        assertEquals("running", ticket.at("/sla/0/state").asText());
        assertEquals("PT8H", ticket.at("/sla/0/target").asText());
    }

    @Test
    void the_same_request_delivered_twice_opens_one_ticket_and_answers_the_same() {
        var body = "{\"type\": \"support\", \"subject\": \"Jira est lent\"}";
        var first = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, body);
        var again = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, body);
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        assertEquals(first.etag(), again.etag());
        assertEquals(1, World.STORE.size());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"one\"}");
        var other = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"two\"}");
        assertEquals(422, other.status());
        assertEquals("urn:guichet:problem:key-reused", other.json().get("type").asText());
        assertEquals(1, World.STORE.size());
    }

    @Test
    void two_callers_may_use_the_same_key() {
        Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"one\"}");
        assertEquals(
                201,
                Api.as(World.GINA)
                        .with("Idempotency-Key", "a1")
                        .post(CLOUD, "{\"subject\": \"two\"}")
                        .status());
        assertEquals(2, World.STORE.size());
    }

    @Test
    void an_agent_opens_for_a_caller_on_the_phone() {
        var ticket = Api.as(World.NADIA)
                .post(CLOUD, "{\"subject\": \"Panne\", \"channel\": \"phone\", \"requester\": \"Gina@Globex.example\"}")
                .json();
        assertEquals("phone", ticket.get("channel").asText());
        assertEquals("globex", ticket.get("organization").asText());
        assertEquals(World.GINA, ticket.at("/requester/email").asText());
        assertEquals("Gina Hall", ticket.at("/requester/name").asText());
        assertEquals("agent", ticket.at("/timeline/items/0/actor/role").asText());
        assertEquals(200, Api.as(World.GINA).get("/api/tickets/cloud-1").status());
    }

    @Test
    void only_agents_name_a_requester_or_the_phone() {
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post(CLOUD, "{\"subject\": \"x\", \"requester\": \"gina@globex.example\"}")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .post(CLOUD, "{\"subject\": \"x\", \"channel\": \"phone\"}")
                        .status());
        assertEquals(0, World.STORE.size());
    }

    @Test
    void impact_and_urgency_give_the_priority() {
        var ticket = Api.as(World.TIM)
                .post(
                        ATELIER,
                        "{\"type\": \"repair\", \"subject\": \"x\", \"impact\": \"all\", \"urgency\": \"now\", \"fields\": {\"machine\": \"saw\"}}")
                .json();
        assertEquals("high", ticket.get("priority").asText());
        assertEquals("saw", ticket.at("/fields/machine").asText());
    }

    @Test
    void a_missing_field_is_named() {
        var answer = Api.as(World.TIM).inEnglish().post(ATELIER, "{\"type\": \"repair\", \"subject\": \"x\"}");
        assertEquals(400, answer.status());
        assertEquals("machine", answer.json().get("field").asText());
        assertEquals("“machine” is required.", answer.json().get("detail").asText());
    }

    @Test
    void a_wrong_choice_is_named_with_what_is_allowed() {
        var answer = Api.as(World.TIM)
                .inEnglish()
                .post(ATELIER, "{\"type\": \"repair\", \"subject\": \"x\", \"fields\": {\"machine\": \"lathe\"}}");
        assertEquals(
                "{\"field\":\"machine\",\"value\":\"lathe\",\"allowed\":[\"press\",\"saw\"]}",
                Api.JSON
                        .createObjectNode()
                        .put("field", answer.json().get("field").asText())
                        .put("value", answer.json().get("value").asText())
                        .set("allowed", answer.json().get("allowed"))
                        .toString());
    }

    @Test
    void where_a_desk_has_several_types_one_must_be_named() {
        var answer = Api.as(World.TIM).post(ATELIER, "{\"subject\": \"x\"}");
        assertEquals(400, answer.status());
        assertEquals("[\"repair\",\"question\"]", answer.json().get("allowed").toString());
    }

    @Test
    void the_forms_limits_on_the_subject_hold() {
        var answer = Api.as(World.TIM)
                .post(
                        ATELIER,
                        "{\"type\": \"repair\", \"fields\": {\"machine\": \"saw\"}, \"subject\": \"" + "x".repeat(61)
                                + "\"}");
        assertEquals("subject", answer.json().get("field").asText());
    }

    @Test
    void a_subject_is_one_clean_line() {
        var ticket = Api.as(World.ALICE)
                .post(CLOUD, "{\"subject\": \"Panne\\r\\nBcc: all@acme.example \\u0000\\u202Egnp.exe\"}")
                .json();
        assertEquals(
                "Panne Bcc: all@acme.example gnp.exe", ticket.get("subject").asText());
    }

    @Test
    void a_long_text_is_kept_whole_and_a_longer_one_refused() {
        var text = "é".repeat(1_000_000);
        var answer = Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"x\", \"description\": \"" + text + "\"}");
        assertEquals(201, answer.status());
        assertEquals(text, answer.json().at("/timeline/items/1/text").asText());
        assertEquals(
                400,
                Api.as(World.ALICE)
                        .post(CLOUD, "{\"subject\": \"x\", \"description\": \"" + text + "é\"}")
                        .status());
    }

    @Test
    void a_body_that_the_gateway_sends_as_base64_is_the_same_body() {
        assertEquals(
                201,
                Api.as(World.ALICE)
                        .send("POST", CLOUD, "{\"subject\": \"Accès refusé\"}", true)
                        .status());
        assertTrue(World.STORE.all().anyMatch(ticket -> ticket.subject().equals("Accès refusé")));
        assertFalse(World.STORE.all().anyMatch(ticket -> ticket.subject().equals("x")));
    }

    @Test
    void an_agent_opens_in_the_right_queue_at_the_right_level_and_a_customer_does_not() {
        var placed = "{\"type\": \"question\", \"subject\": \"x\", \"queue\": \"back\", \"level\": \"n2\"}";
        var ticket = Api.as(World.ANN).post(ATELIER, placed).json();
        assertEquals("back", ticket.get("queue").asText());
        assertEquals("n2", ticket.get("level").asText());
        assertEquals(403, Api.as(World.TIM).post(ATELIER, placed).status());
        var nowhere = "{\"type\": \"question\", \"subject\": \"x\", \"queue\": \"attic\"}";
        assertEquals(
                "queue",
                Api.as(World.ANN).post(ATELIER, nowhere).json().get("field").asText());
    }
}
