package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SES v2's SendEmail: replaces Message-ID and Date, does not deduplicate, keeps each mail in the outbox, and publishes
 * the events of its configuration set. The mailbox simulator's addresses bounce and complain:
 * {@code bounce@simulator.amazonses.com} and {@code complaint@simulator.amazonses.com}, or under any domain a local
 * part {@code bounce+…}, {@code soft-bounce+…}, {@code complaint+…}.
 */
public final class SesServer implements AutoCloseable {
    /** @param events the event types wanted, in SES's upper case names */
    private record Destination(Set<String> events, String topicArn) {}

    private final Http http;
    private final Outbox outbox;
    private final Topics topics;
    private final Door door;
    private final Map<String, List<Destination>> configurationSets = new ConcurrentHashMap<>();
    private final Set<String> identities = ConcurrentHashMap.newKeySet();
    private final AtomicInteger throttled = new AtomicInteger();

    SesServer(Outbox outbox, Topics topics, Door door) throws IOException {
        this.outbox = outbox;
        this.topics = topics;
        this.door = door;
        this.http = Http.start(0, this::handle);
    }

    URI uri() {
        return http.uri();
    }

    public Outbox outbox() {
        return outbox;
    }

    public void configurationSet(String name) {
        configurationSets.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
    }

    /** @param events as in CloudFormation: {@code send}, {@code bounce} … in any case */
    public void publish(String configurationSet, Set<String> events, String topicArn) {
        configurationSet(configurationSet);
        var wanted = events.stream().map(e -> e.toUpperCase(Locale.ROOT)).collect(java.util.stream.Collectors.toSet());
        configurationSets.get(configurationSet).add(new Destination(wanted, topicArn));
    }

    /** An address or domain that may stand in From. As long as none is verified, every one may. */
    public void verify(String identity) {
        identities.add(identity.toLowerCase(Locale.ROOT));
    }

    /** The next so many calls are answered as above the sending rate. */
    public void throttleNext(int calls) {
        throttled.set(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals("/v2/email/outbound-emails")) {
                throw new SesError(
                        404,
                        "NotFoundException",
                        "The local stack does not emulate " + exchange.getRequestMethod() + " "
                                + exchange.getRequestURI().getPath());
            }
            var id = send(
                    Door.caller(exchange), Http.parse(exchange.getRequestBody().readAllBytes()));
            Http.json(exchange, 200, Map.of("MessageId", id));
        } catch (SesError e) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", e.type);
            Http.json(exchange, e.status, Map.of("message", e.getMessage()));
        }
    }

    private String send(String caller, JsonNode request) throws IOException {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = "0102%012x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
        var mail = SesMail.of(request, id, now);
        refuseUnlessAllowed(caller, mail.from(), request);
        if (throttled.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SesError(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
        }
        var set = request.path("ConfigurationSetName").asText(null);
        if (set != null && !configurationSets.containsKey(set)) {
            throw new SesError(404, "NotFoundException", "Configuration set <" + set + "> does not exist.");
        }
        refuseUnlessVerified(mail.from());
        var tags = new HashMap<String, String>();
        request.path("EmailTags")
                .forEach(t -> tags.put(t.path("Name").asText(), t.path("Value").asText()));
        outbox.add(id, now, mail.from(), mail.to(), tags, mail.raw());
        if (set != null) {
            publishEvents(set, mail, new SesEvents(mail, id, now, set, tags));
        }
        return id;
    }

    /** @param from the address alone, whether the request or its raw mail has it */
    private void refuseUnlessAllowed(String caller, String from, JsonNode request) {
        var asked = Http.JSON.createObjectNode().put("FromEmailAddress", from);
        asked.putObject("Content").put("Raw", request.path("Content").has("Raw"));
        if (request.has("ConfigurationSetName")) {
            asked.set("ConfigurationSetName", request.get("ConfigurationSetName"));
        }
        door.refusal(caller, "ses", "SendEmail", () -> asked).ifPresent(why -> {
            throw new SesError(403, "AccessDeniedException", why);
        });
    }

    private void refuseUnlessVerified(String from) {
        var address = from.toLowerCase(Locale.ROOT);
        var domain = address.substring(address.lastIndexOf('@') + 1);
        if (!identities.isEmpty()
                && !identities.contains(address)
                && identities.stream().noneMatch(i -> domain.equals(i) || domain.endsWith("." + i))) {
            throw new SesError(
                    400,
                    "MessageRejected",
                    "Email address is not verified. The following identities failed the check in region "
                            + EmbeddedAws.REGION.toUpperCase(Locale.ROOT) + ": " + from);
        }
    }

    private void publishEvents(String set, SesMail mail, SesEvents events) {
        var fates = mail.to().stream().collect(java.util.stream.Collectors.groupingBy(Fate::of));
        emit(set, "SEND", events.send());
        fates.forEach((fate, recipients) -> {
            switch (fate) {
                case DELIVERED -> emit(set, "DELIVERY", events.delivery(recipients));
                case BOUNCED -> emit(set, "BOUNCE", events.bounce(recipients, true));
                case SOFT_BOUNCED -> emit(set, "BOUNCE", events.bounce(recipients, false));
                case COMPLAINED -> {
                    emit(set, "DELIVERY", events.delivery(recipients));
                    emit(set, "COMPLAINT", events.complaint(recipients));
                }
            }
        });
    }

    private void emit(String set, String type, ObjectNode event) {
        for (var destination : configurationSets.get(set)) {
            if (destination.events().contains(type)) {
                topics.publish(destination.topicArn(), "Amazon SES Email Event Notification", event.toString());
            }
        }
    }

    private enum Fate {
        DELIVERED,
        BOUNCED,
        SOFT_BOUNCED,
        COMPLAINED;

        static Fate of(String recipient) {
            var local = recipient.substring(0, recipient.lastIndexOf('@'));
            var simulator = recipient.endsWith("@simulator.amazonses.com");
            if (local.startsWith("soft-bounce+")) {
                return SOFT_BOUNCED;
            } else if (local.startsWith("bounce+") || (simulator && local.equals("bounce"))) {
                return BOUNCED;
            } else if (local.startsWith("complaint+") || (simulator && local.equals("complaint"))) {
                return COMPLAINED;
            }
            return DELIVERED;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
