package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.desk.Channel;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergingTest extends Stories {
    private static final CommandHandler HANDLER = new CommandHandler(World.STORE);
    private static final Actor KARIM = Actor.agent("karim@cloud.example", "Karim");
    private static final TicketId FIRST = new TicketId("cloud", 1);
    private static final TicketId SECOND = new TicketId("cloud", 2);
    private static final Instant MEANWHILE = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void a_merged_ticket_says_where_it_went_and_its_people_go_along() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        var merged = merge("cloud-2", "cloud-1");
        assertEquals(200, merged.status(), merged.text());
        assertEquals("cloud-1", merged.json().get("mergedInto").asText());
        assertEquals(0, merged.json().get("actions").size());
        assertTrue(read(World.NADIA, "cloud-1")
                .json()
                .get("participants")
                .toString()
                .contains(World.ALBERT));
        assertEquals(
                409,
                Api.as(World.ALICE)
                        .post("/api/tickets/cloud-2/messages", "{\"text\": \"x\"}")
                        .status());
    }

    @Test
    void whoever_merges_into_a_merged_ticket_means_the_one_that_goes_on() {
        openedBy(World.ALICE);
        openedBy(World.ALICE);
        openedBy(World.ALICE);
        merge("cloud-2", "cloud-1");
        assertEquals(
                "cloud-1", merge("cloud-3", "cloud-2").json().get("mergedInto").asText());
    }

    @Test
    void merges_make_no_circle() {
        openedBy(World.ALICE);
        openedBy(World.ALICE);
        merge("cloud-2", "cloud-1");
        assertEquals(400, merge("cloud-1", "cloud-2").status());
        assertEquals(400, merge("cloud-1", "cloud-1").status());
    }

    @Test
    void tickets_of_two_organizations_are_not_merged() {
        openedBy(World.ALICE);
        openedBy(World.GINA);
        var answer = merge("cloud-2", "cloud-1");
        assertEquals(400, answer.status());
        assertEquals("into", answer.json().get("field").asText());
        assertFalse(read(World.NADIA, "cloud-1").text().contains(World.GINA));
    }

    @Test
    void a_merge_delivered_twice_is_made_once() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        merge("cloud-2", "cloud-1");
        assertEquals(200, merge("cloud-2", "cloud-1").status());
        var kinds = ChangingTest.kinds(read(World.NADIA, "cloud-1").json());
        assertEquals(1, Collections.frequency(kinds, "merge-received"));
    }

    @Test
    void a_merge_that_cannot_be_written_whole_changes_neither_ticket() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        World.STORE.onceBeforeWriting(() -> {
            throw new IllegalStateException("the function dies here");
        });
        assertEquals(500, merge("cloud-2", "cloud-1").status());
        assertFalse(ChangingTest.kinds(read(World.NADIA, "cloud-1").json()).contains("merge-received"));
        assertFalse(ChangingTest.kinds(read(World.NADIA, "cloud-2").json()).contains("merged-into"));
        assertEquals(200, merge("cloud-2", "cloud-1").status());
    }

    @Test
    void of_two_who_merge_two_tickets_into_each_other_at_once_one_wins() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        World.STORE.onceBeforeWriting(() ->
                HANDLER.merge(World.CLOUD, FIRST, SECOND, KARIM, MEANWHILE, OptionalLong.empty(), Optional.empty()));
        assertEquals(412, merge("cloud-2", "cloud-1").status());
        assertEquals(
                1,
                Collections.frequency(
                        ChangingTest.kinds(read(World.NADIA, "cloud-2").json()), "merge-received"));
        assertFalse(ChangingTest.kinds(read(World.NADIA, "cloud-1").json()).contains("merge-received"));
    }

    @Test
    void a_change_that_comes_between_on_the_survivor_is_not_lost() {
        openedBy(World.ALICE);
        openedBy(World.ALBERT);
        World.STORE.onceBeforeWriting(() -> HANDLER.change(
                World.CLOUD,
                FIRST,
                new Command.AddMessage(
                        KARIM,
                        Visibility.PUBLIC,
                        Channel.PORTAL,
                        Body.of("encore moi"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                MEANWHILE));
        assertEquals(200, merge("cloud-2", "cloud-1").status());
        var kinds = ChangingTest.kinds(read(World.NADIA, "cloud-1").json());
        assertTrue(kinds.contains("merge-received"), kinds.toString());
        assertTrue(read(World.NADIA, "cloud-1").text().contains("encore moi"));
    }

    private static Api.Answer merge(String duplicate, String survivor) {
        return Api.as(World.NADIA).post("/api/tickets/" + duplicate + "/merges", "{\"into\": \"" + survivor + "\"}");
    }
}
