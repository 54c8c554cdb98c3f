package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who somebody is comes from the desk file and the directory, never from the token. */
@QuarkusTest
class PeopleTest extends Stories {

    @Test
    void a_customer_is_known_by_the_directory() {
        var me = Api.as(World.ALICE).get("/api/me").json();
        assertEquals(World.ALICE, me.get("email").asText());
        assertEquals("Alice Martin", me.get("name").asText());
        assertEquals("acme", me.get("organization").asText());
        assertEquals(
                "[{\"desk\":\"cloud\",\"roles\":[\"customer\"]}]",
                me.get("desks").toString());
    }

    @Test
    void a_colleague_is_known_by_their_domain() {
        assertEquals(
                "acme",
                Api.as(World.ALBERT).get("/api/me").json().get("organization").asText());
    }

    @Test
    void staff_are_known_by_the_desk_file() {
        assertEquals(
                "[{\"desk\":\"cloud\",\"roles\":[\"agent\"]}]",
                Api.as(World.NADIA).get("/api/me").json().get("desks").toString());
        assertEquals(
                "[{\"desk\":\"cloud\",\"roles\":[\"agent\",\"lead\"]}]",
                Api.as(World.LEA).get("/api/me").json().get("desks").toString());
    }

    @Test
    void addresses_are_compared_without_regard_to_case() {
        assertEquals(
                "acme",
                Api.as("Alice@ACME.example")
                        .get("/api/me")
                        .json()
                        .get("organization")
                        .asText());
    }

    @Test
    void someone_unknown_has_no_desk() {
        var answer = Api.as(World.SAM).get("/api/me");
        assertEquals(200, answer.status());
        assertEquals(World.SAM, answer.json().get("email").asText());
        assertEquals(0, answer.json().get("desks").size());
        assertEquals(0, Api.as(World.SAM).get("/api/desks").json().get("items").size());
        assertEquals(404, Api.as(World.SAM).get("/api/desks/cloud").status());
        assertEquals(
                404,
                Api.as(World.SAM)
                        .post("/api/desks/cloud/tickets", "{\"type\": \"support\", \"subject\": \"hello\"}")
                        .status());
    }

    @Test
    void a_sub_that_nobody_bound_is_nobody_and_finds_nothing() {
        var stranger = Api.withClaims(Map.of("sub", "5265c4a4-00a1-70d4-5a3c-6f2c3b1d9e01"));
        var me = stranger.get("/api/me");
        assertEquals(200, me.status());
        assertTrue(me.json().get("email").isNull());
        assertEquals(0, me.json().get("desks").size());
        assertEquals(404, stranger.get("/api/tickets/" + openedBy(World.ALICE)).status());
        assertEquals(200, Api.withClaims(Map.of("sub", " ")).get("/api/me").status());
    }

    @Test
    void an_email_in_a_token_is_never_believed_however_verified() {
        var lie = Map.of(
                "email", World.NADIA, "email_verified", "true", "iss", "urn:guichet:local", "username", World.NADIA);
        assertTrue(Api.withClaims(lie).get("/api/me").json().get("email").isNull());
        assertEquals(
                World.ALICE,
                Api.withClaims(with(lie, "sub", World.subOf(World.ALICE)))
                        .get("/api/me")
                        .json()
                        .get("email")
                        .asText());
    }

    @Test
    void an_address_changed_in_the_user_pool_changes_nothing_until_it_is_bound_anew() {
        var moved = with(Map.of("email", World.LEA, "email_verified", "true"), "sub", World.subOf(World.ALICE));
        assertEquals(
                "[{\"desk\":\"cloud\",\"roles\":[\"customer\"]}]",
                Api.withClaims(moved).get("/api/me").json().get("desks").toString());
    }

    @Test
    void groups_and_roles_in_a_token_are_not_looked_at() {
        var claims = Map.of("sub", World.subOf(World.ALICE), "cognito:groups", "[agents leads]", "custom:role", "lead");
        assertEquals(
                "[\"customer\"]",
                Api.withClaims(claims)
                        .get("/api/me")
                        .json()
                        .at("/desks/0/roles")
                        .toString());
    }

    private static Map<String, String> with(Map<String, String> claims, String name, String value) {
        var more = new java.util.HashMap<>(claims);
        more.put(name, value);
        return more;
    }

    @Test
    void without_claims_nothing_answers_but_the_description() {
        for (var path : new String[] {
            "/api/me", "/api/desks", "/api/desks/cloud", "/api/desks/cloud/tickets", "/api/tickets/cloud-1"
        }) {
            var answer = Api.anonymous().get(path);
            assertEquals(401, answer.status(), path);
            assertEquals("Bearer", answer.headers().get("www-authenticate"));
        }
        assertEquals(200, Api.anonymous().get("/api/openapi").status());
    }

    @Test
    void a_desk_tells_its_customers_how_to_reach_it_and_what_to_ask_for() {
        var desk = Api.as(World.ALICE).inFrench().get("/api/desks/cloud").json();
        assertEquals("support@cloud.example", desk.get("address").asText());
        assertEquals("+33 3 67 10 00 10", desk.get("phone").asText());
        assertEquals("Soumise", desk.at("/types/0/states/0/label").asText());
        assertEquals("9:00-12:00", desk.at("/hours/open/mon/0").asText());
        assertTrue(desk.at("/hours/openNow").asBoolean());
        assertTrue(desk.path("staff").isMissingNode(), "customers do not see the staff's addresses");
        assertEquals(
                3,
                Api.as(World.NADIA).get("/api/desks/cloud").json().get("staff").size());
    }

    @Test
    void a_form_says_what_is_required_and_what_may_be_chosen() {
        var field =
                Api.as(World.TIM).inEnglish().get("/api/desks/atelier").json().at("/types/0/fields/0");
        assertEquals("machine", field.get("name").asText());
        assertTrue(field.get("required").asBoolean());
        assertEquals(
                "[{\"id\":\"press\",\"label\":\"Press\"},{\"id\":\"saw\",\"label\":\"Saw\"}]",
                field.get("choices").toString());
    }
}
