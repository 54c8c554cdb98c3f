package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.core.ticket.TicketEvent;
import guichet.portal.http.Resource;
import guichet.portal.http.Routes;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description is a file; {@link Described} holds each answer of each test against it, and this one its routes. */
@QuarkusTest
class OpenApiTest extends Stories {
    @Inject
    @All
    List<Resource> resources;

    @Test
    void every_route_is_described_and_every_described_route_is_there() {
        var described = new TreeSet<String>();
        Described.DOCUMENT
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .forEach(operation -> described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey() + " " + query(operation.getValue()))));
        assertEquals(String.join("\n", described), String.join("\n", new Routes(resources).lines()));
    }

    @Test
    void the_timeline_is_described_with_every_kind_of_event_and_no_other() {
        var described = new TreeSet<String>();
        Described.DOCUMENT
                .at("/components/schemas/Event/properties/kind/enum")
                .forEach(kind -> described.add(kind.asText()));
        assertEquals(new TreeSet<>(TicketEvent.kinds().keySet()), described);
    }

    @Test
    void the_description_is_served_as_it_is() {
        assertEquals(Described.DOCUMENT, Api.anonymous().get("/api/openapi").json());
    }

    @Test
    void an_answer_that_is_not_as_described_would_be_found() {
        var ticket = read(World.ALICE, openedBy(World.ALICE));
        var other = new Api.Answer(
                "GET",
                ticket.path(),
                200,
                ticket.headers(),
                ticket.text().replaceFirst("\"number\":1", "\"number\":\"one\""));
        assertThrows(AssertionError.class, () -> Described.check(other));
        var more = new Api.Answer(
                "GET",
                ticket.path(),
                200,
                ticket.headers(),
                ticket.text().replaceFirst("\"number\":1", "\"number\":1,\"clue\":2"));
        assertThrows(AssertionError.class, () -> Described.check(more));
    }

    private static Set<String> query(com.fasterxml.jackson.databind.JsonNode operation) {
        var names = new TreeSet<String>();
        operation.path("parameters").forEach(parameter -> {
            var resolved = Described.DOCUMENT.at(parameter.get("$ref").asText().substring(1));
            if (resolved.get("in").asText().equals("query")) {
                names.add(resolved.get("name").asText());
            }
        });
        return names;
    }
}
