package guichet.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import guichet.local.aws.Http;
import guichet.local.lambda.LambdaFunction;
import guichet.local.lambda.Outcome;
import guichet.local.template.HttpRoute;
import guichet.local.time.SimulatedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * API Gateway's HTTP API: routes, the JWT authorizer, limits, and the Lambda proxy integration with payload format 2.0.
 * A request may say what time it is for the function ({@link SimulatedTime}); tokens expire by the wall clock all the
 * same.
 */
public final class Gateway implements HttpHandler {
    private static final int MAX_BODY = 10 * 1024 * 1024;
    /** Lambda's own limit on what goes into and comes out of a synchronous invocation. */
    private static final int MAX_PAYLOAD = 6 * 1024 * 1024;

    private static final long TIMEOUT_SECONDS = 30;

    private final LambdaFunction function;
    private final List<HttpRoute> routes;
    private final Tokens tokens;

    public Gateway(LambdaFunction function, List<HttpRoute> routes, Tokens tokens) {
        this.function = function;
        this.routes = routes;
        this.tokens = tokens;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Instant at;
        try {
            at = SimulatedTime.orNow(exchange.getRequestHeaders().getFirst(SimulatedTime.HEADER));
        } catch (SimulatedTime.Unreadable e) {
            GatewayProblem.send(exchange, 400, "Bad Request", e.getMessage());
            return;
        }
        var match = HttpRoute.find(
                        routes,
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath())
                .orElse(null);
        if (match == null) {
            message(exchange, 404, "Not Found");
            return;
        }
        JsonNode claims = null;
        if (match.route().jwt()) {
            claims = bearer(exchange)
                    .flatMap(t -> tokens.verify(t, Instant.now()))
                    .orElse(null);
            if (claims == null) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                message(exchange, 401, "Unauthorized");
                return;
            }
            if (!scoped(match.route(), claims)) {
                message(exchange, 403, "Forbidden");
                return;
            }
        }
        var body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        var event = body.length > MAX_BODY ? null : HttpEvent.of(exchange, match, claims, body, at);
        if (event == null || event.length > MAX_PAYLOAD) {
            message(exchange, 413, "Request Entity Too Large");
            return;
        }
        invoke(exchange, event);
    }

    private static Optional<String> bearer(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(h -> h.replaceFirst("(?i)^Bearer\\s+", "").trim());
    }

    private static boolean scoped(HttpRoute route, JsonNode claims) {
        var has = List.of(claims.path("scope").asText().split(" "));
        return route.scopes().isEmpty() || route.scopes().stream().anyMatch(has::contains);
    }

    private void invoke(HttpExchange exchange, byte[] event) throws IOException {
        Outcome outcome;
        try {
            outcome = function.invoke(event).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            message(exchange, 503, "Service Unavailable");
            return;
        } catch (ExecutionException | InterruptedException e) {
            message(exchange, 500, "Internal Server Error");
            return;
        }
        switch (outcome) {
            case Outcome.Answered answered
            when answered.payload().length <= MAX_PAYLOAD -> answer(exchange, answered.payload());
            case Outcome.Answered ignored -> message(exchange, 500, "Internal Server Error");
            case Outcome.Failed ignored -> message(exchange, 500, "Internal Server Error");
        }
    }

    private static void answer(HttpExchange exchange, byte[] payload) throws IOException {
        JsonNode json;
        try {
            json = Http.JSON.readTree(payload);
        } catch (IOException e) {
            message(exchange, 500, "Internal Server Error");
            return;
        }
        if (!json.path("statusCode").isInt()) {
            // What names no status is taken for the body itself.
            Http.send(exchange, 200, "application/json", payload);
            return;
        }
        var headers = exchange.getResponseHeaders();
        json.path("headers")
                .properties()
                .forEach(h -> headers.set(h.getKey(), h.getValue().asText()));
        json.path("multiValueHeaders").properties().forEach(h -> {
            headers.remove(h.getKey());
            h.getValue().forEach(v -> headers.add(h.getKey(), v.asText()));
        });
        json.path("cookies").forEach(c -> headers.add("Set-Cookie", c.asText()));
        headers.remove("Content-Length");
        headers.remove("Transfer-Encoding");
        var body = json.path("body").asText("");
        var bytes = json.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        if (!headers.containsKey("Content-Type") && bytes.length > 0) {
            headers.set("Content-Type", "text/plain;charset=utf-8");
        }
        Http.send(exchange, json.path("statusCode").asInt(), null, bytes);
    }

    private static void message(HttpExchange exchange, int status, String message) throws IOException {
        Http.json(exchange, status, Map.of("message", message));
    }
}
