package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the OpenAPI document says of bodies and parameters is what the code demands: each bound of each property is gone
 * beyond, from the example that stands with it, and each property left out.
 */
@QuarkusTest
class RequestsAsDescribedTest extends Stories {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One call with a body. @param schema resolved */
    private record Call(String method, String path, ObjectNode example, JsonNode schema) {
        Api.Answer with(JsonNode body) {
            World.STORE.clear();
            World.HELD.clear();
            openedBy(World.ALICE);
            openedBy(World.ALICE);
            var held = World.HELD.hold("cloud", Instant.parse("2026-03-02T09:00:00Z"), World.SAM, "Mail");
            var at = path.replace("{desk}", "cloud").replace("{mail}", held.id());
            if (path.endsWith("/level")) { // the desk cloud has none
                Api.as(World.TIM).post("/api/desks/atelier/tickets", "{\"type\": \"question\", \"subject\": \"Why?\"}");
                return send(World.ANN, at.replace("{id}", "atelier-1"), body);
            }
            if (path.endsWith("/fields") || path.endsWith("/type")) { // nor a form, nor another type
                var opened = path.endsWith("/type")
                        ? "{\"type\": \"question\", \"subject\": \"Why?\"}"
                        : "{\"type\": \"repair\", \"subject\": \"It\", \"fields\": {\"machine\": \"saw\"}}";
                Api.as(World.TIM).post("/api/desks/atelier/tickets", opened);
                return send(World.ANN, at.replace("{id}", "atelier-1"), body);
            }
            World.cameBack("cloud-1", World.ALICE); // so that there is an address to write to again
            return send(path.endsWith("/escalations") ? World.ALICE : World.NADIA, at.replace("{id}", "cloud-1"), body);
        }

        private Api.Answer send(String who, String at, JsonNode body) {
            return Api.as(who).inEnglish().send(method, at, body.toString());
        }
    }

    private static Stream<Call> calls() {
        return StreamSupport.stream(Described.DOCUMENT.get("paths").properties().spliterator(), false)
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(operation -> {
                            var content = operation.getValue().at("/requestBody/content/application~1json");
                            return new Call(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    (ObjectNode) content.get("example"),
                                    resolved(content.get("schema")));
                        }));
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? Described.DOCUMENT.at(schema.get("$ref").asText().substring(1))
                : schema;
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_taken_as_it_stands() {
        return calls().map(call -> dynamicTest(call.method() + " " + call.path(), () -> {
            var answer = call.with(call.example());
            assertTrue(answer.status() < 300, answer.text());
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_required_is_named_when_it_is_missing_and_nothing_else_is_required() {
        return calls().flatMap(call -> {
            var required = words(call.schema().path("required"));
            var oneOf = StreamSupport.stream(call.schema().path("anyOf").spliterator(), false)
                    .flatMap(some -> words(some.path("required")).stream())
                    .toList();
            assertTrue(fields(call.example()).containsAll(required), "the example has all that is required");
            return fields(call.example()).stream()
                    .filter(name -> call.schema().path("properties").has(name) && !oneOf.contains(name))
                    .map(name -> dynamicTest(call.method() + " " + call.path() + " without " + name, () -> {
                        var body = call.example().deepCopy();
                        body.remove(name);
                        var answer = call.with(body);
                        if (required.contains(name)) {
                            refused(answer, name);
                        } else if (!mayBeRequired(call.schema().at("/properties/" + name))) {
                            assertTrue(answer.status() < 300, answer.text());
                        }
                    }));
        });
    }

    /** By a desk's own rules, of which no schema can tell. */
    private static boolean mayBeRequired(JsonNode schema) {
        return schema.path("description").asText().contains("require");
    }

    @TestFactory
    Stream<DynamicTest> of_several_that_would_do_one_is_needed() {
        return calls().filter(call -> call.schema().has("anyOf"))
                .map(call -> dynamicTest(call.path(), () -> {
                    var body = call.example().deepCopy();
                    call.schema()
                            .get("anyOf")
                            .forEach(some -> words(some.get("required")).forEach(body::remove));
                    assertEquals(400, call.with(body).status());
                    for (var some : call.schema().get("anyOf")) {
                        var name = some.get("required").get(0).asText();
                        assertTrue(call.schema().get("properties").has(name), name);
                    }
                }));
    }

    /** A value that goes beyond one bound. @param allowed whether it is the last one within */
    private record Probe(String what, JsonNode value, boolean allowed) {}

    @TestFactory
    Stream<DynamicTest> each_bound_holds_and_what_is_within_it_is_not_refused_for_its_length() {
        return calls().flatMap(call -> {
            var tests = new ArrayList<DynamicTest>();
            var schemas = new java.util.LinkedHashMap<String, JsonNode>();
            call.schema().path("properties").properties().forEach(one -> schemas.put(one.getKey(), one.getValue()));
            fields(call.example()).forEach(name -> {
                if (!schemas.containsKey(name)) {
                    schemas.put(name, call.schema().get("additionalProperties"));
                }
            });
            schemas.forEach((name, schema) -> probes(name, schema)
                    .forEach(probe -> tests.add(dynamicTest(
                            call.method() + " " + call.path() + " " + name + " " + probe.what(), () -> {
                                var body = call.example().deepCopy();
                                body.set(name, probe.value());
                                var answer = call.with(body);
                                if (probe.allowed()) {
                                    assertFalse(
                                            answer.status() == 413
                                                    || answer.status() == 400
                                                            && answer.json()
                                                                    .get("detail")
                                                                    .asText()
                                                                    .contains(" characters"),
                                            answer.text());
                                } else {
                                    refused(answer, name);
                                }
                            }))));
            if (!call.schema().path("additionalProperties").isObject()) {
                tests.add(dynamicTest(call.method() + " " + call.path() + " unknown", () -> {
                    var body = call.example().deepCopy().put("colour", "red");
                    refused(call.with(body), "colour");
                }));
            }
            return tests.stream();
        });
    }

    private static List<Probe> probes(String name, JsonNode given) {
        var schema = resolved(given);
        var probes = new ArrayList<Probe>();
        for (var one : schema.path("anyOf")) {
            probes.addAll(probes(name, one));
        }
        var types = schema.path("type").isArray()
                ? words(schema.get("type"))
                : List.of(schema.path("type").asText());
        if (types.contains("string")) {
            assertTrue(schema.has("maxLength") || schema.has("enum"), name + " is a text of which no length is said");
        }
        if (schema.has("maxLength")) {
            var most = schema.get("maxLength").asInt();
            probes.add(new Probe("too long", JSON.textNode("x".repeat(most + 1)), false));
            probes.add(new Probe("as long as it may be", JSON.textNode("x".repeat(most)), true));
            if (most <= 10_000) { // more is more than the gateway of these tests hands on
                probes.add(
                        new Probe("as long in letters of two units", JSON.textNode("\uD83D\uDE00".repeat(most)), true));
            }
        }
        if (schema.path("minLength").asInt() > 0) {
            probes.add(new Probe("empty", JSON.textNode(""), false));
            probes.add(new Probe("blank", JSON.textNode(" \u200b "), false));
        }
        if (schema.has("enum")) {
            probes.add(new Probe("unknown", JSON.textNode("colour"), false));
        }
        if (schema.has("pattern")) {
            probes.add(new Probe("of another pattern", JSON.textNode("?"), false));
        }
        if (schema.has("minimum")) {
            probes.add(
                    new Probe("too small", JSON.numberNode(schema.get("minimum").asInt() - 1), false));
        }
        if (schema.has("maxItems")) {
            probes.add(new Probe("too many", many(schema, schema.get("maxItems").asInt() + 1), false));
        }
        if (schema.path("minItems").asInt() > 0) {
            probes.add(new Probe("none", JSON.arrayNode(), false));
        }
        if (schema.has("maxProperties")) {
            var object = JSON.objectNode();
            for (var number = 0; number <= schema.get("maxProperties").asInt(); number++) {
                object.put("a" + number, "x");
            }
            probes.add(new Probe("too many", object, false));
        }
        if (types.equals(List.of("object"))) {
            schema.path("properties")
                    .properties()
                    .forEach(inner -> probes(name, inner.getValue()).stream()
                            .filter(probe -> !probe.allowed())
                            .forEach(probe -> {
                                var object = JSON.objectNode().put("email", "a@b.example");
                                object.set(inner.getKey(), probe.value());
                                probes.add(new Probe(inner.getKey() + " " + probe.what(), object, false));
                            }));
        }
        if (!types.contains("number") && !types.contains("integer") && !types.contains("")) {
            probes.add(new Probe("of another type", JSON.numberNode(12.5), false));
        }
        return probes;
    }

    private static ArrayNode many(JsonNode schema, int number) {
        var items = JSON.arrayNode();
        Stream.generate(() -> "a@b.example").limit(number).forEach(items::add);
        return items;
    }

    private static void refused(Api.Answer answer, String name) {
        assertEquals(400, answer.status(), answer.text());
        assertTrue(
                answer.json().path("field").asText().matches(name + "([.\\[].*)?"),
                "names " + name + ": " + answer.text());
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_beyond_its_bounds_is_named() {
        var paths = Map.of("query", "?", "header", "");
        return Described.DOCUMENT.get("components").get("parameters").properties().stream()
                .map(Map.Entry::getValue)
                .filter(parameter -> paths.containsKey(parameter.get("in").asText()))
                .map(parameter -> dynamicTest(parameter.get("name").asText(), () -> {
                    var name = parameter.get("name").asText();
                    var schema = parameter.get("schema");
                    assertTrue(
                            schema.has("maxLength") || schema.has("enum"),
                            name + " is a text of which no length is said");
                    var value = schema.has("enum")
                            ? "colour"
                            : "x".repeat(schema.get("maxLength").asInt() + 1);
                    openedBy(World.ALICE);
                    var agent = Api.as(World.NADIA).inEnglish();
                    var answer = parameter.get("in").asText().equals("header")
                            ? agent.with(name, value).post("/api/tickets/cloud-1/messages", "{\"text\": \"x\"}")
                            : agent.get(
                                    name.equals("images")
                                            ? "/api/tickets/cloud-1/messages/2/html?images=" + value
                                            : List.of("email", "name").contains(name)
                                                    ? "/api/tickets/cloud-1/requester?"
                                                            + (name.equals("email") ? "" : "email=a@b.example&") + name
                                                            + "=" + value
                                                    : "/api/desks/cloud/tickets?" + name + "=" + value
                                                            + "&view=organization&organization=acme");
                    refused(answer, name);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_call_says_that_it_answers_in_no_other_form() {
        return Described.DOCUMENT.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .map(operation -> dynamicTest(operation.getKey() + " " + path.getKey(), () -> {
                            var at = path.getKey().replace("{desk}", "cloud").replaceAll("\\{[a-z]+}", "cloud-1");
                            var answer = Api.as(World.NADIA)
                                    .with("accept", "application/pdf")
                                    .send(operation.getKey().toUpperCase(Locale.ROOT), at, "{}");
                            assertEquals(406, answer.status());
                            assertTrue(operation.getValue().get("responses").has("406"));
                        })));
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> fields(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
