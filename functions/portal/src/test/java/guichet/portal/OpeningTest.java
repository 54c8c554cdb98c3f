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
    void aTicketOpensWithItsDescriptionAsItsFirstMessage() {
        var answer = Api.as(World.ALICE).inFrench().post(CLOUD, "{\"type\": \"support\", \"subject\": \"Jira est lent\", \"description\": \"Depuis ce matin.\"}");
        assertEquals(201, answer.status());
        assertEquals("/api/tickets/cloud-1", answer.headers().get("location"));
        var ticket = answer.json();
        assertEquals("cloud-1", ticket.get("id").asText());
        assertEquals("{\"id\":\"soumise\",\"label\":\"Soumise\"}", ticket.get("state").toString());
        assertEquals("acme", ticket.get("organization").asText());
        assertEquals("Alice Martin", ticket.at("/requester/name").asText());
        assertEquals("2026-03-02T09:30:00Z", ticket.get("created").asText());
        assertEquals("opened", ticket.at("/timeline/items/0/kind").asText());
        assertEquals("Depuis ce matin.", ticket.at("/timeline/items/1/text").asText());
        assertEquals("running", ticket.at("/sla/0/state").asText());
        assertEquals("PT8H", ticket.at("/sla/0/target").asText());
    }

    @Test
    void theSameRequestDeliveredTwiceOpensOneTicketAndAnswersTheSame() {
        var body = "{\"type\": \"support\", \"subject\": \"Jira est lent\"}";
        var first = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, body);
        var again = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, body);
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        assertEquals(first.etag(), again.etag());
        assertEquals(1, World.STORE.size());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"one\"}");
        var other = Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"two\"}");
        assertEquals(422, other.status());
        assertEquals("urn:guichet:problem:key-reused", other.json().get("type").asText());
        assertEquals(1, World.STORE.size());
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        Api.as(World.ALICE).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"one\"}");
        assertEquals(201, Api.as(World.GINA).with("Idempotency-Key", "a1").post(CLOUD, "{\"subject\": \"two\"}").status());
        assertEquals(2, World.STORE.size());
    }

    @Test
    void anAgentOpensForACallerOnThePhone() {
        var ticket = Api.as(World.NADIA).post(CLOUD, "{\"subject\": \"Panne\", \"channel\": \"phone\", \"requester\": \"Gina@Globex.example\"}").json();
        assertEquals("phone", ticket.get("channel").asText());
        assertEquals("globex", ticket.get("organization").asText());
        assertEquals(World.GINA, ticket.at("/requester/email").asText());
        assertEquals("Gina Hall", ticket.at("/requester/name").asText());
        assertEquals("agent", ticket.at("/timeline/items/0/actor/role").asText());
        assertEquals(200, Api.as(World.GINA).get("/api/tickets/cloud-1").status());
    }

    @Test
    void onlyAgentsNameARequesterOrThePhone() {
        assertEquals(403, Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"x\", \"requester\": \"gina@globex.example\"}").status());
        assertEquals(403, Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"x\", \"channel\": \"phone\"}").status());
        assertEquals(0, World.STORE.size());
    }

    @Test
    void impactAndUrgencyGiveThePriority() {
        var ticket = Api.as(World.TIM).post(ATELIER, "{\"type\": \"repair\", \"subject\": \"x\", \"impact\": \"all\", \"urgency\": \"now\", \"fields\": {\"machine\": \"saw\"}}").json();
        assertEquals("high", ticket.get("priority").asText());
        assertEquals("saw", ticket.at("/fields/machine").asText());
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer = Api.as(World.TIM).inEnglish().post(ATELIER, "{\"type\": \"repair\", \"subject\": \"x\"}");
        assertEquals(400, answer.status());
        assertEquals("machine", answer.json().get("field").asText());
        assertEquals("“machine” is required.", answer.json().get("detail").asText());
    }

    @Test
    void aWrongChoiceIsNamedWithWhatIsAllowed() {
        var answer = Api.as(World.TIM).inEnglish().post(ATELIER, "{\"type\": \"repair\", \"subject\": \"x\", \"fields\": {\"machine\": \"lathe\"}}");
        assertEquals("{\"field\":\"machine\",\"value\":\"lathe\",\"allowed\":[\"press\",\"saw\"]}",
                Api.JSON.createObjectNode().put("field", answer.json().get("field").asText()).put("value", answer.json().get("value").asText())
                        .set("allowed", answer.json().get("allowed")).toString());
    }

    @Test
    void whereADeskHasSeveralTypesOneMustBeNamed() {
        var answer = Api.as(World.TIM).post(ATELIER, "{\"subject\": \"x\"}");
        assertEquals(400, answer.status());
        assertEquals("[\"repair\",\"question\"]", answer.json().get("allowed").toString());
    }

    @Test
    void theFormsLimitsOnTheSubjectHold() {
        var answer = Api.as(World.TIM).post(ATELIER, "{\"type\": \"repair\", \"fields\": {\"machine\": \"saw\"}, \"subject\": \"" + "x".repeat(61) + "\"}");
        assertEquals("subject", answer.json().get("field").asText());
    }

    @Test
    void aSubjectIsOneCleanLine() {
        var ticket = Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"Panne\\r\\nBcc: all@acme.example \\u0000\\u202Egnp.exe\"}").json();
        assertEquals("Panne Bcc: all@acme.example gnp.exe", ticket.get("subject").asText());
    }

    @Test
    void aLongTextIsKeptWholeAndALongerOneRefused() {
        var text = "é".repeat(1_000_000);
        var answer = Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"x\", \"description\": \"" + text + "\"}");
        assertEquals(201, answer.status());
        assertEquals(text, answer.json().at("/timeline/items/1/text").asText());
        assertEquals(400, Api.as(World.ALICE).post(CLOUD, "{\"subject\": \"x\", \"description\": \"" + text + "é\"}").status());
    }

    @Test
    void aBodyThatTheGatewaySendsAsBase64IsTheSameBody() {
        assertEquals(201, Api.as(World.ALICE).send("POST", CLOUD, "{\"subject\": \"Accès refusé\"}", true).status());
        assertTrue(World.STORE.all().anyMatch(ticket -> ticket.subject().equals("Accès refusé")));
        assertFalse(World.STORE.all().anyMatch(ticket -> ticket.subject().equals("x")));
    }
}
