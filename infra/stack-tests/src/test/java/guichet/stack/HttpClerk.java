package guichet.stack;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.story.Act;
import guichet.core.story.Correcting;
import guichet.core.story.ViewedTicket;
import guichet.core.story.World.Outcome;
import guichet.core.ticket.TicketId;
import guichet.stack.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a story's people do in the portal, and what they find there, by the HTTP API. */
final class HttpClerk {
    private static final int NOT_FOUND = 404;
    private final Helpdesk helpdesk;
    private final Desk desk;
    private final Map<String, Client> people = new HashMap<>();

    HttpClerk(Helpdesk helpdesk, Desk desk) {
        this.helpdesk = helpdesk;
        this.desk = desk;
    }

    Outcome open(Instant at, Act.Opens act) {
        var fields = new HashMap<>(act.with());
        var body = new HashMap<String, Object>(Map.of(
                "type",
                Optional.ofNullable(fields.remove("type"))
                        .orElse(desk.defaultType().id()),
                "subject",
                act.subject(),
                "description",
                act.text(),
                "channel",
                act.channel() == Channel.PHONE ? "phone" : "portal"));
        for (var name : List.of("impact", "urgency", "queue", "level")) {
            Optional.ofNullable(fields.remove(name)).ifPresent(value -> body.put(name, value));
        }
        act.requester().ifPresent(requester -> body.put("requester", requester));
        body.put("fields", fields);
        return settled(as(act.who(), at).post("/api/desks/" + desk.id() + "/tickets", body));
    }

    Outcome change(Instant at, TicketId ticket, Act.ByPerson act) {
        var who = as(act.who(), at);
        var path = "/api/tickets/" + ticket;
        return settled(
                switch (act) {
                    case Act.Comments comment ->
                        who.post(
                                path + "/messages",
                                Map.of(
                                        "text",
                                        comment.text(),
                                        "visibility",
                                        comment.internal() ? "internal" : "public"));
                    case Act.Moves move -> {
                        var body = new HashMap<>(move.with());
                        body.put("to", move.state());
                        body.put("comment", move.comment());
                        yield who.post(path + "/transitions", body);
                    }
                    case Act.Escalates escalate ->
                        who.post(
                                path + "/escalations",
                                Map.of("reason", escalate.reason(), "comment", escalate.comment()));
                    case Act.Assigns assign -> {
                        var body = new HashMap<String, String>();
                        body.put("email", assign.to().orElse(null));
                        yield who.put(path + "/owner", body);
                    }
                    case Act.SetsPriority set ->
                        who.put(path + "/priority", Map.of("priority", set.priority(), "reason", set.reason()));
                    case Act.MovesToQueue move -> who.put(path + "/queue", Map.of("name", move.queue()));
                    case Act.FillsIn fills -> who.put(path + "/fields", because(fills.with(), fills.reason()));
                    case Act.Corrects corrects ->
                        who.put(
                                path + "/" + Correcting.name(corrects.with()),
                                because(Correcting.body(corrects.with()), corrects.reason()));
                    case Act.Mails _, Act.Replies _, Act.Opens _ ->
                        throw new IllegalArgumentException("comes another way: " + act);
                });
    }

    private static Map<String, String> because(Map<String, String> with, String reason) {
        var body = new HashMap<>(with);
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return body;
    }

    private Outcome settled(Answer answer) {
        helpdesk.settle();
        if (answer.status() == 200 || answer.status() == 201) {
            return new Outcome.Done(
                    TicketId.parse(answer.json().path("id").asText()).orElseThrow());
        }
        if (answer.status() == NOT_FOUND) {
            return Outcome.Refused.NOT_THERE;
        }
        if (answer.status() == 401
                || answer.status() >= 500
                || !answer.json().path("detail").isTextual()) {
            throw new AssertionError("that is no refusal: " + answer);
        }
        return new Outcome.Refused(answer.json().path("detail").asText());
    }

    /** @param written what stories call the ticket's events, by their seq */
    Optional<ViewedTicket> look(String viewer, TicketId ticket, Instant at, Map<Long, String> written) {
        var answer = as(viewer, at).get("/api/tickets/" + ticket);
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(seen(answer.json(), words(timeline(viewer, ticket, at, answer.json()), written)));
    }

    private ViewedTicket seen(JsonNode ticket, List<String> timeline) {
        var moves = actions(ticket, "transition").stream()
                .map(action -> action.path("to").asText())
                .toList();
        var escalate = actions(ticket, "escalate").stream()
                .findFirst()
                .map(action -> new ViewedTicket.Escalate(
                        action.path("inputs")
                                .path(0)
                                .path("choices")
                                .valueStream()
                                .map(choice -> choice.path("id").asText())
                                .toList(),
                        action.path("phone").asText("")));
        return new ViewedTicket(
                ticket.path("state").path("id").asText(),
                text(ticket.path("resolution")),
                ticket.path("priority").asText(),
                ticket.path("queue").asText(),
                ticket.path("requester").path("email").asText(),
                text(ticket.path("owner").path("email")),
                clocks(ticket),
                timeline,
                moves,
                escalate);
    }

    private static List<JsonNode> actions(JsonNode ticket, String name) {
        return ticket.path("actions")
                .valueStream()
                .filter(action -> action.path("name").asText().equals(name))
                .toList();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** One that does not count for this type of request is not shown, and waits. */
    private Map<String, ViewedTicket.Clock> clocks(JsonNode ticket) {
        var clocks = new LinkedHashMap<String, ViewedTicket.Clock>();
        desk.clocks()
                .forEach(rule ->
                        clocks.put(rule.name(), new ViewedTicket.Clock("waiting", Duration.ZERO, Optional.empty())));
        ticket.path("sla")
                .forEach(clock -> clocks.put(
                        clock.path("name").asText(),
                        new ViewedTicket.Clock(
                                clock.path("state").asText(),
                                Duration.parse(clock.path("elapsed").asText()),
                                text(clock.path("due")).map(Instant::parse))));
        return clocks;
    }

    /** Oldest first; the portal gives the latest page first. */
    private List<JsonNode> timeline(String viewer, TicketId ticket, Instant at, JsonNode latest) {
        var items = new ArrayList<JsonNode>();
        for (var page = latest.path("timeline");
                ;
                page = as(viewer, at)
                        .get("/api/tickets/" + ticket + "?cursor="
                                + page.path("next").asText())
                        .json()
                        .path("timeline")) {
            items.addAll(0, page.path("items").valueStream().toList());
            if (!page.path("next").isTextual()) {
                return items;
            }
        }
    }

    /** What was said, as the portal shows it; of all else only that the portal shows it, in the words of stories. */
    private static List<String> words(List<JsonNode> items, Map<Long, String> written) {
        return items.stream()
                .map(item -> item.path("kind").asText().equals("message")
                        ? item.path("text").asText()
                        : Objects.requireNonNull(
                                written.get(item.path("seq").asLong()),
                                () -> "the portal shows what was not written: " + item))
                .toList();
    }

    /**
     * All that the portal lists for somebody: for an agent all there is, for a customer all of their organization and
     * what else is theirs; for a stranger nothing, not even a list.
     */
    List<TicketId> list(String viewer, Instant at) {
        var views = desk.staffMember(viewer).isPresent() ? List.of("all") : List.of("organization", "mine");
        return views.stream()
                .flatMap(view -> as(viewer, at).list("/api/desks/" + desk.id() + "/tickets?view=" + view).stream())
                .map(row -> TicketId.parse(row.path("id").asText()).orElseThrow())
                .distinct()
                .toList();
    }

    private Client as(String who, Instant at) {
        return people.computeIfAbsent(who, helpdesk::as).at(at);
    }
}
