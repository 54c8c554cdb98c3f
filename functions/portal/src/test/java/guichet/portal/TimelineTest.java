package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimelineTest extends Stories {

    @Test
    void a_long_timeline_comes_page_by_page_the_latest_first_and_nothing_twice() {
        var ticket = openedBy(World.ALICE);
        for (int i = 0; i < 130; i++) {
            Api.as(World.NADIA).post("/api/tickets/" + ticket + "/messages", "{\"text\": \"message " + i + "\"}");
        }
        var page = read(World.NADIA, ticket);
        assertTrue(page.text().contains("message 129"));
        var seen = new ArrayList<Long>();
        while (true) {
            page.json()
                    .at("/timeline/items")
                    .forEach(item -> seen.add(item.get("seq").asLong()));
            var next = page.json().at("/timeline/next");
            if (next.isNull()) {
                break;
            }
            page = Api.as(World.NADIA).get("/api/tickets/" + ticket + "?cursor=" + next.asText());
            assertEquals(200, page.status());
        }
        assertEquals(seen.size(), new TreeSet<>(seen).size());
        assertEquals(133, seen.size());
    }

    @Test
    void whoever_writes_sees_what_they_wrote_however_long_the_ticket() {
        var ticket = openedBy(World.ALICE);
        for (int i = 0; i < 70; i++) {
            Api.as(World.NADIA)
                    .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\", \"visibility\": \"internal\"}");
        }
        assertTrue(Api.as(World.NADIA)
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"the last one\"}")
                .text()
                .contains("the last one"));
        for (int i = 0; i < 70; i++) {
            Api.as(World.NADIA)
                    .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\", \"visibility\": \"internal\"}");
        }
        assertTrue(
                read(World.ALICE, ticket).text().contains("the last one"),
                "a customer's page looks past internal notes");
    }

    @Test
    void long_messages_do_not_make_an_answer_longer_than_lambda_sends() {
        var ticket = openedBy(World.ALICE);
        for (int i = 0; i < 4; i++) {
            Api.as(World.NADIA)
                    .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"" + "漢".repeat(600_000) + "\"}");
        }
        var page = read(World.ALICE, ticket);
        assertTrue(page.text().length() < 1_000_000);
        assertFalse(page.json().at("/timeline/next").isNull());
    }

    @Test
    void a_timelines_cursor_is_good_for_its_ticket_and_caller_alone() {
        var ticket = openedBy(World.ALICE);
        var other = openedBy(World.ALICE);
        for (int i = 0; i < 60; i++) {
            Api.as(World.NADIA).post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\"}");
        }
        var cursor = read(World.NADIA, ticket).json().at("/timeline/next").asText();
        assertEquals(
                200,
                Api.as(World.NADIA)
                        .get("/api/tickets/" + ticket + "?cursor=" + cursor)
                        .status());
        assertEquals(
                400,
                Api.as(World.NADIA)
                        .get("/api/tickets/" + other + "?cursor=" + cursor)
                        .status());
        assertEquals(
                400,
                Api.as(World.ALICE)
                        .get("/api/tickets/" + ticket + "?cursor=" + cursor)
                        .status());
    }
}
