package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Held mails and what is decided on them (S0-02). */
@QuarkusTest
class HeldMailsTest extends Stories {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final String LIST = "/api/desks/cloud/held-mails";

    private static String held(int minute) {
        return World.HELD
                .hold("cloud", MONDAY.plusSeconds(60L * minute), World.SAM, "Mail " + minute)
                .id();
    }

    private static Api.Answer decide(String who, String mail, String allow) {
        return Api.as(who).inEnglish().post(LIST + "/" + mail + "/decision", "{\"allow\": \"" + allow + "\"}");
    }

    @Test
    void an_agent_sees_what_is_held_oldest_first_page_by_page() {
        for (var minute = 0; minute < 30; minute++) {
            held(minute);
        }
        World.HELD.hold("atelier", MONDAY, World.SAM, "of another desk");
        var first = Api.as(World.NADIA).get(LIST).json();
        assertEquals(25, first.get("items").size());
        var mail = first.get("items").get(0);
        assertEquals("Mail 0", mail.get("subject").asText());
        assertEquals(World.SAM, mail.get("from").asText());
        assertEquals("Bonjour", mail.get("text").asText());
        assertEquals("2026-03-02T09:00:00Z", mail.get("at").asText());
        assertTrue(mail.get("decision").isNull());
        var second = Api.as(World.NADIA)
                .get(LIST + "?cursor=" + first.get("next").asText())
                .json();
        assertEquals(5, second.get("items").size());
        assertTrue(second.get("next").isNull());
    }

    @Test
    void a_cursor_is_good_for_its_caller_and_desk_alone() {
        for (var minute = 0; minute < 25; minute++) {
            held(minute);
        }
        var cursor = Api.as(World.NADIA).get(LIST).json().get("next").asText();
        assertEquals(400, Api.as(World.LEA).get(LIST + "?cursor=" + cursor).status());
        assertEquals(400, Api.as(World.NADIA).get(LIST + "?cursor=x" + cursor).status());
    }

    @Test
    void customers_are_not_shown_held_mails() {
        var mail = held(0);
        assertEquals(403, Api.as(World.ALICE).get(LIST).status());
        assertEquals(403, decide(World.ALICE, mail, "always").status());
        assertEquals(404, Api.as(World.SAM).get(LIST).status());
        assertEquals(404, Api.as(World.ANN).get(LIST).status(), "an agent of another desk");
        assertTrue(World.HELD
                .list("cloud", java.util.Optional.empty(), 1)
                .getFirst()
                .decision()
                .isEmpty());
    }

    @Test
    void of_two_who_decide_the_second_sees_that_it_is_done_and_by_whom() {
        var mail = held(0);
        var first = decide(World.NADIA, mail, "always");
        assertEquals(200, first.status(), first.text());
        assertEquals("always", first.json().get("decision").get("allow").asText());
        assertEquals(
                "Nadia",
                first.json().get("decision").get("by").get("name").asText().split(" ")[0]);
        var second = decide(World.LEA, mail, "never");
        assertEquals(409, second.status());
        assertTrue(second.json().get("detail").asText().startsWith("Nadia"), second.text());
        assertEquals("always", second.json().get("decision").get("allow").asText());
        assertEquals(200, decide(World.NADIA, mail, "always").status(), "saying the same again is no mistake");
        assertEquals(0, Api.as(World.LEA).get(LIST).json().get("items").size());
    }

    @Test
    void a_wrong_decision_names_the_field_the_value_and_what_is_allowed() {
        var mail = held(0);
        var answer = decide(World.NADIA, mail, "perhaps");
        assertEquals(400, answer.status());
        assertEquals("allow", answer.json().get("field").asText());
        assertEquals(
                "[\"once\",\"always\",\"no\",\"never\"]",
                answer.json().get("allowed").toString());
        assertEquals(
                400,
                Api.as(World.NADIA).post(LIST + "/" + mail + "/decision", "{}").status());
        assertEquals(404, decide(World.NADIA, "20260302T090000Z-none", "once").status());
        assertFalse(World.HELD.list("cloud", java.util.Optional.empty(), 1).isEmpty());
    }
}
