package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.portal.http.JsonBody;
import guichet.portal.people.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class TimelineView {
    private TimelineView() {}

    static void item(JsonGenerator out, Ticket ticket, RecordedEvent recorded, Caller reader) throws IOException {
        out.writeStartObject();
        out.writeNumberField("seq", recorded.seq());
        out.writeStringField("at", recorded.at().toString());
        out.writeStringField("kind", recorded.event().name());
        PersonView.actor(out, recorded.by(), reader);
        out.writeStringField("visibility", Timeline.visibility(recorded).name().toLowerCase(Locale.ROOT));
        out.writeStringField("text", Timeline.text(ticket, recorded, reader));
        out.writeArrayFieldStart("attachments");
        for (var attachment : body(recorded).map(Body::attachments).orElse(List.of())) {
            attachment(out, ticket, attachment);
        }
        out.writeEndArray();
        var message = "/api/tickets/" + ticket.id() + "/messages/" + recorded.seq();
        var whole = body(recorded).filter(body -> Timeline.maySeeWhole(reader, recorded, body));
        out.writeStringField(
                "html", whole.flatMap(Body::html).map(_ -> message + "/html").orElse(null));
        out.writeStringField(
                "quoted",
                whole.filter(Body::hasQuoted).map(_ -> message + "/quoted").orElse(null));
        out.writeEndObject();
    }

    private static Optional<Body> body(RecordedEvent recorded) {
        return recorded.event() instanceof MessageAdded message ? Optional.of(message.body()) : Optional.empty();
    }

    /** The events as a bare list, for a caller whose version is stale. */
    static JsonBody list(Ticket ticket, List<RecordedEvent> events, Caller reader) {
        return out -> {
            out.writeStartArray();
            for (var recorded : events) {
                if (Timeline.maySee(reader, recorded)) {
                    item(out, ticket, recorded, reader);
                }
            }
            out.writeEndArray();
        };
    }

    private static void attachment(JsonGenerator out, Ticket ticket, Attachment attachment) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", attachment.id());
        out.writeStringField("name", attachment.name());
        out.writeStringField("type", attachment.type());
        out.writeNumberField("size", attachment.size());
        out.writeStringField("href", "/api/tickets/" + ticket.id() + "/attachments/" + attachment.id());
        out.writeEndObject();
    }
}
