package guichet.portal.http;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.desk.Language;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The request as the gateway handed it over (payload format 2.0). Its time is the one time there is: nothing in the
 * portal reads a clock.
 */
public final class Request {
    private final JsonNode event;
    private final Map<String, String> variables;

    private Request(JsonNode event, Map<String, String> variables) {
        this.event = event;
        this.variables = variables;
    }

    static Request of(JsonNode event) {
        return new Request(event, Map.of());
    }

    /** The same, once it is known what the steps of its path stand for. */
    Request with(Map<String, String> pathVariables) {
        return new Request(event, pathVariables);
    }

    /** When the gateway took the request. */
    public Instant now() {
        return Instant.ofEpochMilli(context().path("timeEpoch").asLong());
    }

    /** What the authorizer vouches for; empty where it was not asked. */
    public Map<String, String> claims() {
        var claims = new HashMap<String, String>();
        context()
                .path("authorizer")
                .path("jwt")
                .path("claims")
                .properties()
                .forEach(claim -> claims.put(claim.getKey(), claim.getValue().asText()));
        return claims;
    }

    public Optional<Language> language() {
        return AcceptLanguage.preferred(header("accept-language").orElse(null));
    }

    public String method() {
        return context().path("http").path("method").asText();
    }

    public String path() {
        return event.path("rawPath").asText();
    }

    /** Of the path, between its slashes. @throws IllegalArgumentException where it is not encoded as a path is */
    List<String> steps() {
        var path = path();
        var steps = Routes.steps(path);
        return path.indexOf('%') < 0
                ? steps
                : steps.stream().map(step -> decoded(step.replace("+", "%2B"))).toList();
    }

    /** What a step of the path stands for. */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the path has no " + name));
    }

    /** A parameter of the query; the first, where it is repeated. */
    public Optional<String> query(String name) {
        for (var pair : event.path("rawQueryString").asText().split("&")) {
            var end = pair.indexOf('=');
            if (parameter(name, end < 0 ? pair : pair.substring(0, end)).equals(name)) {
                return Optional.of(end < 0 ? "" : parameter(name, pair.substring(end + 1)));
            }
        }
        return Optional.empty();
    }

    private static String parameter(String name, String written) {
        try {
            return decoded(written);
        } catch (IllegalArgumentException e) {
            throw Problem.expected(name, written, ProblemWords.EXPECTED_URL_ENCODED)
                    .asException();
        }
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    /** Empty where there is none. */
    public byte[] body() {
        var body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    public String requestId() {
        return context().path("requestId").asText();
    }

    /** @param name in lower case, as the gateway gives names */
    public Optional<String> header(String name) {
        return Optional.ofNullable(event.path("headers").path(name).asText(null));
    }

    public Optional<String> idempotencyKey() {
        var key = header("idempotency-key");
        if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.expected("Idempotency-Key", key.get(), ProblemWords.EXPECTED_IDEMPOTENCY_KEY)
                    .asException();
        }
        return key;
    }

    /** The version that the caller saw last, as its {@code ETag} said; empty for none and for {@code *}. */
    public OptionalLong ifMatch() {
        var tag = header("if-match").filter(written -> !written.strip().equals("*"));
        if (tag.isEmpty()) {
            return OptionalLong.empty();
        }
        var written = tag.get().strip();
        if (!written.matches("(W/)?\"[0-9]{1,18}\"")) {
            throw Problem.expected("If-Match", tag.get(), ProblemWords.EXPECTED_ETAG)
                    .asException();
        }
        return OptionalLong.of(Long.parseLong(written.substring(written.indexOf('"') + 1, written.length() - 1)));
    }

    private JsonNode context() {
        return event.path("requestContext");
    }
}
