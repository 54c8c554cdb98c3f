package guichet.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API as one person calls it. @param time that the requests say it is; empty: the wall clock's */
record Client(URI base, String token, Optional<Instant> time) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Answer(int status, String etag, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError(status + ", and no JSON: " + text, e);
            }
        }
    }

    Client(URI base, String token) {
        this(base, token, Optional.empty());
    }

    Client at(Instant simulated) {
        return new Client(base, token, Optional.of(simulated));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** As somebody reads it who prefers that language. */
    Answer get(String path, String language) {
        return send(HttpRequest.newBuilder().GET(), path, language);
    }

    Answer post(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder().POST(json(body)), path);
    }

    Answer put(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder().PUT(json(body)), path);
    }

    /** On the condition that the ticket is as it was when it had this ETag. */
    Answer postIf(String etag, String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder().header("If-Match", etag).POST(json(body)), path);
    }

    /** All pages of a list; empty where there is no such desk for this one. */
    List<JsonNode> list(String path) {
        var found = new ArrayList<JsonNode>();
        var next = "";
        do {
            var answer = get(path + next);
            if (answer.status() != 200 && answer.status() != 404) {
                throw new AssertionError("no list: " + answer);
            }
            var page = answer.json();
            page.path("items").forEach(found::add);
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return found;
    }

    private Answer send(HttpRequest.Builder request, String path) {
        return send(request, path, "en");
    }

    private Answer send(HttpRequest.Builder request, String path, String language) {
        time.ifPresent(at -> request.header("X-Guichet-At", at.toString()));
        try {
            var answer = HTTP.send(
                    request.uri(base.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
