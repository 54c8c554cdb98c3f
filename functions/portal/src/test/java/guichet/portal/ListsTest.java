package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListsTest extends Stories {
    private static final String CLOUD = "/api/desks/cloud/tickets";

    @Test
    void mine_is_what_i_asked_for_and_for_an_agent_what_i_own() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        assertEquals(List.of("cloud-1"), ids(Api.as(World.ALICE).get(CLOUD + "?view=mine")));
        assertEquals(List.of(), ids(Api.as(World.NADIA).get(CLOUD + "?view=mine")));
        Api.as(World.NADIA).put("/api/tickets/cloud-2/owner", "{\"email\": \"nadia@cloud.example\"}");
        assertEquals(List.of("cloud-2"), ids(Api.as(World.NADIA).get(CLOUD + "?view=mine")));
    }

    @Test
    void another_organizations_tickets_are_in_no_list() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        openedBy(World.GINA);
        assertEquals(List.of("cloud-2", "cloud-1"), ids(Api.as(World.ALICE).get(CLOUD + "?view=organization")));
        assertEquals(List.of("cloud-3"), ids(Api.as(World.GINA).get(CLOUD + "?view=organization")));
        assertEquals(
                List.of("cloud-3"),
                ids(Api.as(World.GINA).get(CLOUD + "?view=organization&organization=acme")),
                "customers do not choose whose");
    }

    @Test
    void only_agents_see_the_desks_views() {
        openedBy(World.ALICE);
        for (var view : List.of("attention", "all", "queue:support")) {
            assertEquals(403, Api.as(World.ALICE).get(CLOUD + "?view=" + view).status());
            assertEquals(List.of("cloud-1"), ids(Api.as(World.NADIA).get(CLOUD + "?view=" + view)));
        }
    }

    @Test
    void attention_is_what_awaits_the_desk_in_order_of_arrival() {
        openedBy(World.GINA);
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        Api.as(World.NADIA)
                .post("/api/tickets/cloud-2/transitions", "{\"to\": \"attente-client\", \"comment\": \"?\"}");
        assertEquals(List.of("cloud-1", "cloud-3"), ids(Api.as(World.NADIA).get(CLOUD + "?view=attention")));
    }

    @Test
    void lists_are_filtered_by_state_owner_and_text() {
        openedBy(World.ALICE, "Jira est lent");
        openedBy(World.ALICE, "Confluence est lent");
        Api.as(World.NADIA).put("/api/tickets/cloud-2/owner", "{\"email\": \"nadia@cloud.example\"}");
        Api.as(World.NADIA).post("/api/tickets/cloud-1/transitions", "{\"to\": \"fermee\", \"comment\": \"Fait.\"}");
        assertEquals(List.of("cloud-1"), ids(Api.as(World.NADIA).get(CLOUD + "?view=all&state=fermee")));
        assertEquals(
                List.of("cloud-1"),
                ids(Api.as(World.NADIA).get(CLOUD + "?view=all&state=resolu")),
                "by another name of the state");
        assertEquals(List.of("cloud-2"), ids(Api.as(World.NADIA).get(CLOUD + "?view=all&owner=me")));
        assertEquals(List.of("cloud-2"), ids(Api.as(World.ALICE).get(CLOUD + "?view=organization&text=CONFLUENCE")));
        assertEquals(List.of("cloud-1"), ids(Api.as(World.ALICE).get(CLOUD + "?view=organization&text=cloud-1")));
    }

    @Test
    void a_list_comes_by_twenty_five_and_nothing_is_missed() {
        for (int i = 0; i < 60; i++) {
            openedBy(World.ALICE);
        }
        var all = new ArrayList<String>();
        var page = Api.as(World.ALICE).get(CLOUD + "?view=organization");
        assertEquals(25, page.json().get("items").size());
        while (true) {
            all.addAll(ids(page));
            if (page.json().get("next").isNull()) {
                break;
            }
            page = Api.as(World.ALICE)
                    .get(CLOUD + "?view=organization&cursor="
                            + page.json().get("next").asText());
        }
        assertEquals(60, all.stream().distinct().count());
    }

    @Test
    void a_cursor_is_good_for_its_caller_and_its_question_alone() {
        for (int i = 0; i < 30; i++) {
            openedBy(World.ALICE);
        }
        var cursor = Api.as(World.ALICE)
                .get(CLOUD + "?view=organization")
                .json()
                .get("next")
                .asText();
        assertEquals(
                200,
                Api.as(World.ALICE)
                        .get(CLOUD + "?view=organization&cursor=" + cursor)
                        .status());
        assertEquals(
                400,
                Api.as(World.ALBERT)
                        .get(CLOUD + "?view=organization&cursor=" + cursor)
                        .status(),
                "a colleague's");
        assertEquals(
                400,
                Api.as(World.GINA)
                        .get(CLOUD + "?view=organization&cursor=" + cursor)
                        .status(),
                "a stranger's");
        assertEquals(
                400,
                Api.as(World.ALICE).get(CLOUD + "?view=mine&cursor=" + cursor).status(),
                "of another view");
        assertEquals(
                400,
                Api.as(World.ALICE)
                        .get(CLOUD + "?view=organization&state=fermee&cursor=" + cursor)
                        .status(),
                "of another filter");
        for (int at = 0; at < cursor.length(); at++) {
            var tampered = cursor.substring(0, at) + (cursor.charAt(at) == 'A' ? 'Q' : 'A') + cursor.substring(at + 1);
            assertEquals(
                    400,
                    Api.as(World.ALICE)
                            .get(CLOUD + "?view=organization&cursor=" + tampered)
                            .status(),
                    tampered);
        }
    }

    @Test
    void customers_see_no_agents_address_in_a_list() {
        openedBy(World.ALICE);
        Api.as(World.NADIA).put("/api/tickets/cloud-1/owner", "{\"email\": \"nadia@cloud.example\"}");
        var list = Api.as(World.ALICE).get(CLOUD + "?view=organization");
        assertTrue(list.text().contains("Nadia Roux"));
        assertFalse(list.text().contains("nadia@cloud.example"));
    }

    @Test
    void an_unknown_view_or_state_is_named_with_what_is_allowed() {
        var view = Api.as(World.NADIA).get(CLOUD + "?view=everything").json();
        assertEquals("view", view.get("field").asText());
        assertEquals(
                "[\"all\",\"attention\",\"mine\",\"organization\",\"queue:support\"]",
                view.get("allowed").toString());
        assertEquals(
                "state",
                Api.as(World.NADIA)
                        .get(CLOUD + "?state=gone")
                        .json()
                        .get("field")
                        .asText());
        assertEquals(
                "[\"mine\",\"organization\"]",
                Api.as(World.ALICE)
                        .get(CLOUD + "?view=everything")
                        .json()
                        .get("allowed")
                        .toString());
    }

    private static List<String> ids(Api.Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        var ids = new ArrayList<String>();
        answer.json().get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }
}
