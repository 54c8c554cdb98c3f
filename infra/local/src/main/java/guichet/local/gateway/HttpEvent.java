package guichet.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import guichet.local.template.HttpRoute;
import guichet.local.time.SimulatedTime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A request as the HTTP API puts it to a function: payload format 2.0. */
final class HttpEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    private HttpEvent() {}

    /**
     * @param claims of the token, or null on a route that needs none. @param at when the gateway took it, as far as the
     *     function knows
     */
    static byte[] of(HttpExchange exchange, HttpRoute.Match match, JsonNode claims, byte[] body, Instant at)
            throws IOException {
        var uri = exchange.getRequestURI();
        var event = Http.JSON
                .createObjectNode()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", uri.getRawPath())
                .put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
        var cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        if (!cookies.isEmpty()) {
            var listed = event.putArray("cookies");
            cookies.forEach(line -> List.of(line.split(";\\s*")).forEach(listed::add));
        }
        addHeaders(event.putObject("headers"), exchange);
        addQuery(event, uri);
        addContext(event.putObject("requestContext"), exchange, match, claims, at);
        if (!match.variables().isEmpty()) {
            match.variables().forEach(event.putObject("pathParameters")::put);
        }
        if (body.length > 0) {
            var text = isText(exchange.getRequestHeaders().getFirst("Content-Type"));
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
            event.put("isBase64Encoded", !text);
        } else {
            event.put("isBase64Encoded", false);
        }
        return Http.JSON.writeValueAsBytes(event);
    }

    private static void addHeaders(ObjectNode headers, HttpExchange exchange) {
        exchange.getRequestHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("cookie")
                    && !lower.equals("connection")
                    && !lower.equals("transfer-encoding")
                    && !name.equalsIgnoreCase(SimulatedTime.HEADER)) {
                headers.put(lower, String.join(",", values));
            }
        });
        headers.put("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
        headers.put("x-forwarded-proto", "http");
        headers.put(
                "x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
        headers.put("x-amzn-trace-id", "Root=1-local-" + UUID.randomUUID());
    }

    private static void addQuery(ObjectNode event, URI uri) {
        if (uri.getRawQuery() == null || uri.getRawQuery().isEmpty()) {
            return;
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : uri.getRawQuery().split("&")) {
            Http.query(URI.create("/?" + pair))
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
        }
        var parameters = event.putObject("queryStringParameters");
        values.forEach((name, all) -> parameters.put(name, String.join(",", all)));
    }

    private static void addContext(
            ObjectNode context, HttpExchange exchange, HttpRoute.Match match, JsonNode claims, Instant at) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        context.put("accountId", "000000000000")
                .put("apiId", "local")
                .put("domainName", host)
                .put("domainPrefix", "local")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(at.atOffset(ZoneOffset.UTC)))
                .put("timeEpoch", at.toEpochMilli());
        if (claims != null) {
            var jwt = context.putObject("authorizer").putObject("jwt");
            var all = jwt.putObject("claims");
            claims.properties().forEach(c -> all.put(c.getKey(), c.getValue().asText()));
            List.of(claims.path("scope").asText().split(" ")).forEach(jwt.putArray("scopes")::add);
        }
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getPath())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
    }

    private static boolean isText(String contentType) {
        if (contentType == null) {
            return true;
        }
        var type = contentType.toLowerCase(Locale.ROOT).split(";")[0].trim();
        return type.startsWith("text/")
                || type.endsWith("+json")
                || List.of("application/json", "application/javascript", "application/xml")
                        .contains(type);
    }
}
