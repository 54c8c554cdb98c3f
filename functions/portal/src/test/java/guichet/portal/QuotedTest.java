package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was folded away of a mail stays at hand. */
@QuarkusTest
class QuotedTest extends Stories {
    private static final Actor ALICE = Actor.customer(World.ALICE, "Alice Martin", "acme");
    private static final Actor NADIA = Actor.agent(World.NADIA, "Nadia Roux");
    private static final String HISTORY = "Le 2 mars 2026, Nadia a écrit :\n> Bonjour\n-- \nAlice";

    @Test
    void a_message_whose_history_was_folded_away_says_where_it_is_and_others_do_not() {
        var ticket = openedBy(World.ALICE);
        var seq = says(ALICE, ticket, Visibility.PUBLIC, HISTORY);
        var items = read(World.ALICE, ticket).json().at("/timeline/items");
        var link = items.get(items.size() - 1).get("quoted").asText();
        assertEquals("/api/tickets/" + ticket + "/messages/" + seq + "/quoted", link);
        assertTrue(
                items.get(0).get("quoted").isNull()
                        && items.get(1).get("quoted").isNull(),
                items.toString());
        assertEquals(HISTORY, Api.as(World.ALICE).get(link).json().get("quoted").asText());
    }

    @Test
    void who_may_not_see_the_message_finds_nothing() {
        var ticket = openedBy(World.ALICE);
        var open =
                "/api/tickets/" + ticket + "/messages/" + says(ALICE, ticket, Visibility.PUBLIC, HISTORY) + "/quoted";
        var internal =
                "/api/tickets/" + ticket + "/messages/" + says(NADIA, ticket, Visibility.INTERNAL, HISTORY) + "/quoted";
        for (var path : List.of(open, internal)) {
            assertEquals(200, Api.as(World.NADIA).get(path).status());
            assertEquals(404, Api.as(World.GINA).get(path).status());
            assertEquals(404, Api.as(World.ANN).get(path).status(), "an agent of another desk");
            assertEquals(401, Api.anonymous().get(path).status());
        }
        assertEquals(200, Api.as(World.ALBERT).get(open).status());
        assertEquals(404, Api.as(World.ALICE).get(internal).status());
    }

    @Test
    void what_an_agents_mail_quotes_is_for_agents_since_they_may_have_been_told_more() {
        var ticket = openedBy(World.ALICE);
        var link = "/api/tickets/" + ticket + "/messages/" + says(NADIA, ticket, Visibility.PUBLIC, HISTORY);
        var shown = read(World.ALICE, ticket).json().at("/timeline/items");
        assertTrue(
                shown.get(shown.size() - 1).get("quoted").isNull()
                        && shown.get(shown.size() - 1).get("html").isNull(),
                shown.toString());
        for (var whole : List.of("/quoted", "/html")) {
            assertEquals(404, Api.as(World.ALICE).get(link + whole).status());
            assertEquals(200, Api.as(World.NADIA).get(link + whole).status());
        }
    }

    @Test
    void where_nothing_was_folded_away_there_is_nothing() {
        var ticket = openedBy(World.ALICE);
        var seq = says(ALICE, ticket, Visibility.PUBLIC, "");
        for (var other : List.of(String.valueOf(seq), "0", "1", "99", "x", "-1")) {
            assertEquals(
                    404,
                    Api.as(World.ALICE)
                            .get("/api/tickets/" + ticket + "/messages/" + other + "/quoted")
                            .status(),
                    other);
        }
    }

    private static long says(Actor by, String ticket, Visibility visibility, String quoted) {
        return says(
                by,
                ticket,
                visibility,
                new Body("le texte", quoted, Optional.of("<p>le texte et la suite</p>"), List.of()));
    }
}
