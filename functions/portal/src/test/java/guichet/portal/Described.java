package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds every answer of every test against the OpenAPI document: its status, its media type, and all of its members.
 */
final class Described {
    static final JsonNode DOCUMENT = document();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:guichet:openapi", DOCUMENT.toString()))));
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Described() {}

    static Api.Answer check(Api.Answer answer) {
        var template = template(answer.path());
        if (template.isEmpty() || answer.status() == 405) {
            assertTrue(
                    answer.status() >= 400, answer.method() + " " + answer.path() + " answers, and is not described");
            valid(answer, "#/components/schemas/Problem");
            return answer;
        }
        var operation = DOCUMENT.at(
                "/paths/" + escaped(template.get()) + "/" + answer.method().toLowerCase(Locale.ROOT));
        assertTrue(operation.isObject(), answer.method() + " " + template.get() + " is not described");
        var described = operation.at("/responses/" + answer.status());
        assertTrue(
                described.isObject(),
                answer.method() + " " + template.get() + " answers " + answer.status() + ", which is not described: "
                        + answer.text());
        var pointer = "#/paths/" + escaped(template.get()) + "/"
                + answer.method().toLowerCase(Locale.ROOT) + "/responses/" + answer.status();
        if (described.has("$ref")) {
            pointer = described.get("$ref").asText();
            described = DOCUMENT.at(pointer.substring(1));
        }
        var type = described.get("content").fieldNames().next();
        assertEquals(type, answer.headers().get("content-type").split(";")[0], answer.text());
        if (!type.equals("text/html")) {
            valid(answer, pointer + "/content/" + escaped(type) + "/schema");
        }
        return answer;
    }

    private static void valid(Api.Answer answer, String pointer) {
        var schema = SCHEMAS.computeIfAbsent(
                pointer,
                at -> FACTORY.getSchema(
                        SchemaLocation.of(
                                "urn:guichet:openapi" + at.replace("{", "%7B").replace("}", "%7D")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        var errors = schema.validate(answer.json());
        assertTrue(
                errors.isEmpty(),
                () -> answer.method() + " " + answer.path() + " is not as described: " + errors + "\n" + answer.text());
    }

    /** The described path that this one is; empty for none. */
    static Optional<String> template(String path) {
        var bare = path.replaceFirst("\\?.*", "");
        for (var name : (Iterable<String>) () -> DOCUMENT.get("paths").fieldNames()) {
            if (bare.matches(name.replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode document() {
        try (var in = Described.class.getResourceAsStream("/guichet/portal/openapi.json")) {
            return Api.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
