package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Clocks explain themselves (S3-03 … S3-06). Gina's contract counts working hours: 9-12 and 14-18 in Paris, an hour
 * later than UTC.
 */
@QuarkusTest
class SlaTest extends Stories {

    @Test
    void every_interval_counted_or_not_is_explained_and_the_counted_ones_add_up() {
        var ticket = openedBy(World.GINA);
        Api.as(World.NADIA)
                .at("2026-03-02T15:00:00Z")
                .post(
                        "/api/tickets/" + ticket + "/transitions",
                        "{\"to\": \"attente-tiers\", \"who\": \"atlassian\", \"comment\": \"…\"}");
        Api.as(World.NADIA)
                .at("2026-03-03T09:00:00Z")
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"en-cours\"}");
        var told = Api.as(World.GINA)
                .inEnglish()
                .at("2026-03-03T14:00:00Z")
                .get("/api/tickets/" + ticket + "/sla/response/explanation")
                .json();
        assertEquals("""
                2026-03-02T09:30:00Z 2026-03-02T11:00:00Z open
                2026-03-02T11:00:00Z 2026-03-02T13:00:00Z break
                2026-03-02T13:00:00Z 2026-03-02T15:00:00Z open
                2026-03-02T15:00:00Z 2026-03-03T09:00:00Z paused
                2026-03-03T09:00:00Z 2026-03-03T11:00:00Z open
                2026-03-03T11:00:00Z 2026-03-03T13:00:00Z break
                2026-03-03T13:00:00Z 2026-03-03T14:00:00Z open
                """, lines(told));
        assertEquals("PT6H30M", told.get("counted").asText());
        assertEquals("PT6H30M", told.get("elapsed").asText());
        assertEquals(
                "paused: Waiting for a third party",
                told.at("/intervals/3/label").asText());
        assertEquals("running", told.get("state").asText());
        assertEquals(told.get("elapsed").asText(), sum(told).toString());
    }

    @Test
    void a_holiday_is_named() {
        var ticket = Api.as(World.GINA)
                .at("2026-04-03T14:00:00Z")
                .post("/api/desks/cloud/tickets", "{\"subject\": \"x\"}")
                .json()
                .get("id")
                .asText();
        var told = Api.as(World.GINA)
                .inFrench()
                .at("2026-04-07T08:00:00Z")
                .get("/api/tickets/" + ticket + "/sla/response/explanation")
                .json();
        var labels = new java.util.ArrayList<String>();
        told.get("intervals")
                .forEach(interval -> labels.add(interval.get("label").asText()));
        assertEquals(true, labels.contains("fermé : Lundi de Pâques"), labels::toString);
    }

    @Test
    void a_clock_is_breached_from_its_due_instant_on_even_if_no_sweep_came() {
        var ticket = openedBy(World.ALICE);
        assertEquals("running", standing(ticket, "2026-03-02T17:29:59Z"));
        assertEquals("breached", standing(ticket, "2026-03-02T17:30:00Z"));
    }

    @Test
    void a_clock_that_stopped_in_time_is_met_for_good() {
        var ticket = openedBy(World.ALICE);
        Api.as(World.NADIA)
                .at("2026-03-02T10:00:00Z")
                .post("/api/tickets/" + ticket + "/transitions", "{\"to\": \"attente-client\", \"comment\": \"?\"}");
        assertEquals("met", standing(ticket, "2026-04-01T10:00:00Z"));
        assertEquals(
                "PT30M",
                Api.as(World.ALICE)
                        .at("2026-04-01T10:00:00Z")
                        .get("/api/tickets/" + ticket)
                        .json()
                        .at("/sla/0/elapsed")
                        .asText());
    }

    @Test
    void a_clock_that_no_desk_has_is_not_there() {
        assertEquals(
                404,
                Api.as(World.ALICE)
                        .get("/api/tickets/" + openedBy(World.ALICE) + "/sla/nonsense/explanation")
                        .status());
    }

    private static String standing(String ticket, String at) {
        return Api.as(World.ALICE)
                .at(at)
                .get("/api/tickets/" + ticket)
                .json()
                .at("/sla/0/state")
                .asText();
    }

    private static String lines(JsonNode told) {
        var lines = new StringBuilder();
        told.get("intervals")
                .forEach(interval -> lines.append(interval.get("from").asText())
                        .append(' ')
                        .append(interval.get("to").asText())
                        .append(' ')
                        .append(interval.get("reason").asText())
                        .append('\n'));
        return lines.toString();
    }

    private static Duration sum(JsonNode told) {
        var sum = Duration.ZERO;
        for (var interval : told.get("intervals")) {
            if (interval.get("counted").asBoolean()) {
                sum = sum.plus(Duration.between(
                        Instant.parse(interval.get("from").asText()),
                        Instant.parse(interval.get("to").asText())));
            }
        }
        return sum;
    }
}
