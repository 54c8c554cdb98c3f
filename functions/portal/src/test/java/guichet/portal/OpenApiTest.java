package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.portal.desk.DesksResource;
import guichet.portal.file.AttachmentsResource;
import guichet.portal.held.HeldMailsResource;
import guichet.portal.http.OpenApiResource;
import guichet.portal.list.TicketsResource;
import guichet.portal.people.MeResource;
import guichet.portal.ticket.ExplanationResource;
import guichet.portal.ticket.MergesResource;
import guichet.portal.ticket.MessageHtmlResource;
import guichet.portal.ticket.TicketResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description is a file; {@link Described} holds each answer of each test against it, and this one its routes. */
@QuarkusTest
class OpenApiTest extends Stories {
    private static final List<Class<?>> RESOURCES = List.of(MeResource.class, DesksResource.class, TicketsResource.class, TicketResource.class,
            MergesResource.class, MessageHtmlResource.class, AttachmentsResource.class, ExplanationResource.class, HeldMailsResource.class,
            OpenApiResource.class);

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        var routes = RESOURCES.stream().flatMap(resource -> Stream.of(resource.getDeclaredMethods())).flatMap(OpenApiTest::route)
                .collect(Collectors.toCollection(TreeSet::new));
        var described = new TreeSet<String>();
        Described.DOCUMENT.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> !operation.getKey().equals("parameters"))
                .forEach(operation -> described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey() + query(operation.getValue()))));
        assertEquals(String.join("\n", described), String.join("\n", routes));
    }

    @Test
    void theDescriptionIsServedAsItIs() {
        assertEquals(Described.DOCUMENT, Api.anonymous().get("/api/openapi").json());
    }

    @Test
    void anAnswerThatIsNotAsDescribedWouldBeFound() {
        var ticket = read(World.ALICE, openedBy(World.ALICE));
        var other = new Api.Answer("GET", ticket.path(), 200, ticket.headers(), ticket.text().replaceFirst("\"number\":1", "\"number\":\"one\""));
        assertThrows(AssertionError.class, () -> Described.check(other));
        var more = new Api.Answer("GET", ticket.path(), 200, ticket.headers(), ticket.text().replaceFirst("\"number\":1", "\"number\":1,\"clue\":2"));
        assertThrows(AssertionError.class, () -> Described.check(more));
    }

    private static Stream<String> route(Method method) {
        return Stream.of(method.getAnnotations()).flatMap(annotation -> Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(http -> http.value() + " " + method.getDeclaringClass().getAnnotation(Path.class).value()
                        + (method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "") + query(method));
    }

    private static Set<String> query(Method method) {
        return Stream.of(method.getParameters()).filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter -> parameter.getAnnotation(QueryParam.class).value()).collect(Collectors.toCollection(TreeSet::new));
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
