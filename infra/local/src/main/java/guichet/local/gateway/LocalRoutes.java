package guichet.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import guichet.local.aws.Http;
import guichet.local.aws.Outbox;
import guichet.local.mail.MailView;
import guichet.local.time.SimulatedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is under {@code /_local}: tokens, the outbox, sweeps on demand, settling. */
public final class LocalRoutes implements HttpHandler {
    private static final int MAX_BODY = 64 * 1024;

    /** What the stack does for these routes. */
    public interface Operations {
        /** The tickets acted on, once all that the sweep caused has been worked off. */
        int sweep(Instant at) throws Unsettled, InterruptedException, IOException;

        void settle() throws Unsettled, InterruptedException;

        /** Each function with the ids of its processes. */
        Map<String, List<Long>> processes();
    }

    /** Something is still on its way, or failed; the message says what. */
    public static final class Unsettled extends Exception {
        public Unsettled(String message) {
            super(message, null, false, false);
        }
    }

    private final Tokens tokens;
    private final Outbox outbox;
    private final Operations operations;

    public LocalRoutes(Tokens tokens, Outbox outbox, Operations operations) {
        this.tokens = tokens;
        this.outbox = outbox;
        this.operations = operations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().replaceFirst("/$", "");
        var stranger = SameMachine.whyNot(exchange.getRequestHeaders());
        if (stranger.isPresent()) {
            GatewayProblem.send(exchange, 403, "Forbidden", stranger.get());
            return;
        }
        try {
            switch (call) {
                case "POST /_local/token" -> token(exchange);
                case "GET /_local/outbox" -> outbox(exchange);
                case "POST /_local/sweep" -> sweep(exchange);
                case "POST /_local/settle" -> {
                    operations.settle();
                    Http.json(exchange, 200, Map.of("settled", true));
                }
                case "GET /_local/functions" -> Http.json(exchange, 200, Map.of("items", operations.processes()));
                case "GET /_local" -> OutboxPage.list(exchange, outbox.all());
                case String mail
                when mail.startsWith("GET /_local/mail/") ->
                    mail(exchange, mail.substring("GET /_local/mail/".length()));
                default -> GatewayProblem.send(exchange, 404, "Not Found", "There is no " + call);
            }
        } catch (SimulatedTime.Unreadable e) {
            GatewayProblem.send(exchange, 400, "Bad Request", e.getMessage());
        } catch (Unsettled e) {
            GatewayProblem.send(exchange, 504, "Not settled", e.getMessage());
        } catch (InterruptedException e) {
            GatewayProblem.send(exchange, 503, "Stopping", "The stack is being stopped");
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var email = body(exchange).path("email").asText("").trim();
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            GatewayProblem.send(exchange, 400, "Bad Request", "email is \"" + email + "\"; it must be a mail address");
            return;
        }
        Http.json(exchange, 200, Map.of("token", tokens.issue(email, Instant.now())));
    }

    private void outbox(HttpExchange exchange) throws IOException {
        var to = Http.query(exchange.getRequestURI()).get("to");
        var answer = Http.JSON.createObjectNode();
        var items = answer.putArray("items");
        (to == null ? outbox.all() : outbox.to(to)).forEach(m -> items.add(json(MailView.of(m))));
        Http.json(exchange, 200, answer);
    }

    private static ObjectNode json(MailView mail) {
        var json = Http.JSON
                .createObjectNode()
                .put("id", mail.sent().id())
                .put("at", mail.sent().at().toString())
                .put("from", mail.sent().from());
        mail.sent().to().forEach(json.putArray("to")::add);
        json.put("subject", mail.subject());
        mail.headers().forEach(json.putObject("headers")::put);
        return json.put("text", mail.text()).put("html", mail.html()).put("raw", mail.raw());
    }

    private void sweep(HttpExchange exchange) throws IOException, InterruptedException, Unsettled {
        var at = SimulatedTime.parse("at", body(exchange).path("at").asText(""));
        Http.json(exchange, 200, Map.of("at", at.toString(), "acted", operations.sweep(at)));
    }

    private void mail(HttpExchange exchange, String id) throws IOException {
        var raw = id.endsWith("/raw");
        var mail = outbox.find(raw ? id.substring(0, id.length() - "/raw".length()) : id);
        if (mail == null) {
            GatewayProblem.send(exchange, 404, "Not Found", "There is no such mail");
        } else if (raw) {
            Http.send(exchange, 200, "text/plain; charset=utf-8", mail.raw());
        } else {
            OutboxPage.mail(exchange, MailView.of(mail));
        }
    }

    /** An empty object for what is no JSON: the fields that are then missing are named. */
    private static JsonNode body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(MAX_BODY);
        try {
            return bytes.length == 0
                    ? Http.JSON.createObjectNode()
                    : Http.JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Http.JSON.createObjectNode();
        }
    }
}
