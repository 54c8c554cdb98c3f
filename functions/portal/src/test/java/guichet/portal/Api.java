package guichet.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the function as API Gateway does: with an event of payload 2.0, made from one that AWS sent. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonNode EVENT = event();

    private final Map<String, String> claims = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Instant at = Instant.parse("2026-03-02T09:30:00Z");
    private boolean anonymous;

    /** @param path of the call, as the OpenAPI document calls it */
    record Answer(String method, String path, int status, Map<String, String> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String etag() {
            return headers.get("etag");
        }
    }

    static Api as(String address) {
        var api = new Api();
        api.claims.put("sub", World.subOf(address));
        return api;
    }

    static Api withClaims(Map<String, String> claims) {
        var api = new Api();
        api.claims.putAll(claims);
        return api;
    }

    static Api anonymous() {
        var api = new Api();
        api.anonymous = true;
        return api;
    }

    Api at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    Api with(String header, String value) {
        headers.put(header.toLowerCase(java.util.Locale.ROOT), value);
        return this;
    }

    Api inFrench() {
        return with("accept-language", "fr");
    }

    Api inEnglish() {
        return with("accept-language", "en");
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer send(String method, String path, String body) {
        return send(method, path, body, false);
    }

    /** @param base64 as the gateway sends what it takes for binary */
    Answer send(String method, String path, String body, boolean base64) {
        return invoke(method, path, event(method, path, body, base64));
    }

    String event(String method, String path, String body, boolean base64) {
        var query = path.indexOf('?');
        var event = (ObjectNode) EVENT.deepCopy();
        event.put("rawPath", query < 0 ? path : path.substring(0, query));
        event.put("rawQueryString", query < 0 ? "" : path.substring(query + 1));
        var sent = (ObjectNode) event.get("headers");
        if (body != null) {
            sent.put("content-type", "application/json");
            event.put(
                    "body", base64 ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) : body);
            event.put("isBase64Encoded", base64);
        }
        headers.forEach(sent::put);
        var context = (ObjectNode) event.get("requestContext");
        context.put("timeEpoch", at.toEpochMilli());
        ((ObjectNode) context.get("http"))
                .put("method", method)
                .put("path", event.get("rawPath").asText());
        if (anonymous) {
            context.remove("authorizer");
        } else {
            var known = (ObjectNode) context.get("authorizer").get("jwt").get("claims");
            claims.forEach(known::put);
        }
        return event.toString();
    }

    static Answer invoke(String method, String path, String event) {
        var answer = invoke(event);
        var headers = new LinkedHashMap<String, String>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header.getValue().asText()));
        return Described.check(new Answer(
                method,
                path,
                answer.get("statusCode").asInt(),
                headers,
                answer.path("body").asText("")));
    }

    /** What the function answers, as the gateway gets it. */
    static JsonNode invoke(String event) {
        try {
            var url = "http://"
                    + ConfigProvider.getConfig().getValue("quarkus-internal.aws-lambda.test-api", String.class);
            var response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .POST(HttpRequest.BodyPublishers.ofString(event))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (!answer.has("statusCode")) {
                throw new AssertionError("the function failed: " + response.statusCode() + " " + response.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode event() {
        try (var in = Api.class.getResourceAsStream("/events/payload-2.0.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
