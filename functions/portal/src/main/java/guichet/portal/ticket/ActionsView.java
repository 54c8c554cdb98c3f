package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.command.Actions;
import guichet.core.desk.Language;
import guichet.core.ticket.Ticket;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import java.io.IOException;

/** What the caller may do now, as a client draws its buttons from it: where to send what. */
final class ActionsView {
    private record Route(String method, String path) {}

    private ActionsView() {}

    static void array(JsonGenerator out, Caller reader, Ticket ticket) throws IOException {
        var language = reader.language();
        out.writeArrayFieldStart("actions");
        for (var action : Actions.of(reader.desk(), ticket, reader.actor())) {
            var route = route(action.name());
            out.writeStartObject();
            out.writeStringField("name", action.name());
            out.writeStringField("label", action.label().in(language));
            out.writeStringField("method", route.method());
            out.writeStringField("href", "/api/tickets/" + ticket.id() + route.path());
            out.writeArrayFieldStart("inputs");
            if (action.target().isPresent()) {
                fixed(out, action, language);
            }
            for (var input : action.inputs()) {
                input(out, input, language);
            }
            out.writeEndArray();
            if (action.target().isPresent()) {
                out.writeStringField("to", action.target().get());
            }
            if (action.phone().isPresent()) {
                out.writeStringField("phone", action.phone().get());
            }
            if (SightResource.PREVIEWED.contains(action.name())) {
                out.writeStringField("preview", "/api/tickets/" + ticket.id() + route.path());
            }
            if (action.advice().isPresent()) {
                out.writeStringField("advice", action.advice().get().in(language));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The state that a transition leads to: to be sent as it stands. */
    private static void fixed(JsonGenerator out, Actions.Available action, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", "to");
        out.writeStringField("label", action.label().in(language));
        out.writeStringField("kind", "fixed");
        out.writeBooleanField("required", true);
        out.writeStringField("value", action.target().orElseThrow());
        ViewJson.choices(out, "choices", java.util.Map.of(), language);
        out.writeEndObject();
    }

    private static void input(JsonGenerator out, Actions.Asked input, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", input.name());
        out.writeStringField("label", input.label().in(language));
        out.writeStringField("kind", input.kind());
        out.writeBooleanField("required", input.required());
        ViewJson.choices(out, "choices", input.choices(), language);
        out.writeEndObject();
    }

    private static Route route(String action) {
        return switch (action) {
            case "message" -> new Route("POST", "/messages");
            case "transition" -> new Route("POST", "/transitions");
            case "escalate" -> new Route("POST", "/escalations");
            case "merge" -> new Route("POST", "/merges");
            case "forward" -> new Route("POST", "/forwards");
            case "reachable" -> new Route("POST", "/reachable");
            case "owner",
                    "queue",
                    "level",
                    "priority",
                    "fields",
                    "type",
                    "subject",
                    "requester",
                    "organization",
                    "contract" -> new Route("PUT", "/" + action);
            default -> throw new IllegalArgumentException("no route for the action " + action);
        };
    }
}
