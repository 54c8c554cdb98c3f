package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What agents put right by the API, and what of it customers learn. */
@QuarkusTest
class CorrectingTest extends Stories {
    private static Api.Answer put(String who, String ticket, String what, String body) {
        return Api.as(who).put("/api/tickets/" + ticket + "/" + what, body);
    }

    @Test
    void a_subject_is_corrected_and_its_reason_stays_with_the_staff() {
        var ticket = openedBy(World.ALICE);
        var corrected =
                put(World.NADIA, ticket, "subject", "{\"subject\": \"Jira\\nest lent\", \"reason\": \"elle exagère\"}");
        assertEquals(200, corrected.status(), corrected.text());
        assertEquals("Jira est lent", corrected.json().get("subject").asText());
        put(World.NADIA, ticket, "subject", "{\"subject\": \"Jira lent le matin\", \"reason\": \"elle exagère\"}");
        assertTrue(read(World.NADIA, ticket).text().contains("exagère"));
        var seen = read(World.ALICE, ticket);
        assertTrue(seen.text().contains("Jira est lent → Jira lent le matin"));
        assertFalse(seen.text().contains("exagère"));
    }

    @Test
    void secrets_in_what_agents_correct_are_masked() {
        var ticket = openedBy(World.ALICE);
        var corrected = put(
                World.NADIA,
                ticket,
                "subject",
                "{\"subject\": \"mot de passe : Tr0ub4dor\", \"reason\": \"mdp : S3same-ouvre\"}");
        assertEquals(200, corrected.status(), corrected.text());
        assertFalse(corrected.text().contains("Tr0ub4dor"), corrected.text());
        assertFalse(corrected.text().contains("S3same"), corrected.text());
    }

    @Test
    void the_form_is_completed_a_field_at_a_time() {
        var opened = Api.as(World.TIM)
                .post(
                        "/api/desks/atelier/tickets",
                        "{\"type\": \"repair\", \"subject\": \"x\", \"fields\": {\"machine\": \"saw\"}}");
        var ticket = opened.json().get("id").asText();
        var given = put(World.ANN, ticket, "fields", "{\"serial\": \"PX-7\", \"reason\": \"dit au téléphone\"}");
        assertEquals(200, given.status(), given.text());
        assertEquals("PX-7", given.json().at("/fields/serial").asText());
        assertEquals(
                400, put(World.ANN, ticket, "fields", "{\"colour\": \"red\"}").status());
        assertEquals(
                403, put(World.TIM, ticket, "fields", "{\"serial\": \"x\"}").status());
        assertEquals(
                404, put(World.GINA, ticket, "fields", "{\"serial\": \"x\"}").status());
        assertFalse(read(World.TIM, ticket).text().contains("téléphone"));
    }

    @Test
    void a_type_is_corrected_as_its_action_says_and_the_clock_tells_what_was_carried_over() {
        var opened =
                Api.as(World.TIM).post("/api/desks/atelier/tickets", "{\"type\": \"question\", \"subject\": \"x\"}");
        var ticket = opened.json().get("id").asText();
        var late = Api.as(World.ANN).at("2026-03-02T11:30:00+01:00");
        var corrected = late.put(
                "/api/tickets/" + ticket + "/type",
                "{\"to\": \"repair\", \"machine\": \"saw\", \"reason\": \"il bricole\"}");
        assertEquals(200, corrected.status(), corrected.text());
        assertEquals("repair", corrected.json().get("type").asText());
        assertEquals("saw", corrected.json().at("/fields/machine").asText());
        var told =
                late.get("/api/tickets/" + ticket + "/sla/response/explanation").json();
        assertEquals("PT1H", told.get("carried").asText());
        assertEquals("PT1H", told.get("elapsed").asText());
        assertEquals("PT1H", told.get("counted").asText());
        var seen = read(World.TIM, ticket);
        assertTrue(seen.text().contains("Question → Repair"));
        assertFalse(seen.text().contains("bricole"));
        assertEquals(
                403, put(World.TIM, ticket, "type", "{\"to\": \"question\"}").status());
        assertEquals(400, put(World.ANN, ticket, "type", "{}").status());
    }

    @Test
    void before_the_requester_changes_an_agent_learns_who_will_see_the_ticket_and_who_no_longer() {
        var ticket = openedBy(World.ALICE);
        var action = action(ticket, "requester");
        var looked = Api.as(World.NADIA).get(action.get("preview").asText() + "?email=Gina@globex.example");
        assertEquals(200, looked.status(), looked.text());
        var globex = "[{\"organization\":\"globex\",\"name\":\"Globex\"}]";
        assertEquals(globex, looked.json().get("sees").toString());
        assertEquals(globex, looked.json().get("gains").toString());
        assertEquals(
                "[{\"organization\":\"acme\",\"name\":\"Acme\"}]",
                looked.json().get("loses").toString());
        assertEquals("heures-ouvrees", looked.json().get("contract").asText());
        assertEquals(
                "alice@acme.example",
                read(World.NADIA, ticket).json().at("/requester/email").asText(),
                "looking changes nothing");
    }

    @Test
    void a_requester_is_corrected_with_a_reason_that_only_the_staff_read() {
        var ticket = openedBy(World.ALICE);
        assertEquals(
                400,
                put(World.NADIA, ticket, "requester", "{\"email\": \"gina@globex.example\"}")
                        .status());
        var corrected = put(
                World.NADIA,
                ticket,
                "requester",
                "{\"email\": \"gina@globex.example\", \"reason\": \"Alice se mêle de tout\"}");
        assertEquals(200, corrected.status(), corrected.text());
        assertEquals("Gina Hall", corrected.json().at("/requester/name").asText());
        assertTrue(corrected.text().contains("se mêle de tout"));
        assertEquals(404, Api.as(World.ALICE).get("/api/tickets/" + ticket).status());
        var seen = read(World.GINA, ticket);
        assertFalse(seen.text().contains("se mêle de tout"));
        assertFalse(seen.text().contains("\"kind\":\"requester\""), seen.text());
    }

    @Test
    void an_organization_is_one_of_the_directory_or_none_and_must_be_said() {
        var ticket = openedBy(World.ALICE);
        var unknown = "{\"organization\": \"initech\", \"reason\": \"x\"}";
        assertEquals(400, put(World.NADIA, ticket, "organization", unknown).status());
        assertEquals(
                400,
                put(World.NADIA, ticket, "organization", "{\"reason\": \"x\"}").status());
        var looked = Api.as(World.NADIA)
                .get(action(ticket, "organization").get("preview").asText());
        assertEquals(
                "[{\"email\":\"alice@acme.example\",\"name\":\"Alice Martin\"}]",
                looked.json().get("sees").toString());
        assertEquals("[]", looked.json().get("gains").toString());
        var none = put(World.NADIA, ticket, "organization", "{\"organization\": null, \"reason\": \"privé\"}");
        assertEquals(200, none.status(), none.text());
        assertEquals(404, Api.as(World.ALBERT).get("/api/tickets/" + ticket).status());
        assertEquals(200, Api.as(World.ALICE).get("/api/tickets/" + ticket).status());
    }

    @Test
    void customers_learn_nothing_of_who_would_see_a_ticket() {
        var ticket = openedBy(World.ALICE);
        var path = "/api/tickets/" + ticket;
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .get(path + "/requester?email=gina@globex.example")
                        .status());
        assertEquals(
                403,
                Api.as(World.ALICE)
                        .get(path + "/organization?organization=globex")
                        .status());
        assertEquals(
                404,
                Api.as(World.GINA)
                        .get(path + "/organization?organization=globex")
                        .status());
        assertEquals(
                403,
                put(World.ALICE, ticket, "contract", "{\"contract\": \"24/7\"}").status());
    }

    @Test
    void the_explanation_counts_each_stretch_by_the_contract_of_its_time() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .at("2026-03-02T13:00:00+01:00")
                .put("/api/tickets/" + ticket + "/contract", "{\"contract\": \"heures-ouvrees\"}");
        var told = Api.as(World.NADIA)
                .at("2026-03-02T15:00:00+01:00")
                .get("/api/tickets/" + ticket + "/sla/response/explanation")
                .json();
        assertEquals("PT3H30M", told.get("elapsed").asText());
        assertEquals("PT3H30M", told.get("counted").asText());
        assertEquals("PT0S", told.get("carried").asText());
    }

    private static com.fasterxml.jackson.databind.JsonNode action(String ticket, String name) {
        for (var action : read(World.NADIA, ticket).json().get("actions")) {
            if (action.get("name").asText().equals(name)) {
                return action;
            }
        }
        throw new AssertionError("no action " + name);
    }
}
