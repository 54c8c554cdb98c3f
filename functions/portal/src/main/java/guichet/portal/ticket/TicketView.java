package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.portal.http.JsonBody;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import java.io.IOException;
import java.time.Instant;

/** A ticket as this reader may know it, with what they may do now. */
final class TicketView {
    private TicketView() {}

    /** @param next cursor of the older part of the timeline; null where there is none */
    static JsonBody of(Ticket ticket, TimelinePage timeline, String next, Caller reader, Instant now) {
        return out -> {
            out.writeStartObject();
            facts(out, ticket, reader);
            people(out, ticket, reader);
            out.writeStringField("created", ticket.opened().toString());
            out.writeStringField("updated", ticket.lastAt().toString());
            ViewJson.instant(out, "closed", ticket.closedAt());
            ViewJson.text(out, "mergedInto", ticket.mergedInto().map(TicketId::toString));
            SlaView.array(out, reader, ticket, now);
            ViewJson.texts(out, "fields", ticket.fields());
            out.writeObjectFieldStart("timeline");
            out.writeArrayFieldStart("items");
            for (var recorded : timeline.items()) {
                TimelineView.item(out, ticket, recorded, reader);
            }
            out.writeEndArray();
            out.writeStringField("next", next);
            out.writeEndObject();
            ActionsView.array(out, reader, ticket);
            out.writeEndObject();
        };
    }

    private static void facts(JsonGenerator out, Ticket ticket, Caller reader) throws IOException {
        out.writeStringField("id", ticket.id().toString());
        out.writeNumberField("number", ticket.id().number());
        out.writeStringField("desk", ticket.id().desk());
        out.writeStringField("type", ticket.type());
        out.writeStringField("subject", ticket.subject());
        out.writeFieldName("state");
        ViewJson.named(
                out,
                ticket.state(),
                DisplayNames.state(reader.desk(), ticket.type(), ticket.state()),
                reader.language());
        ViewJson.text(out, "resolution", ticket.resolution());
        out.writeStringField("priority", ticket.priority());
        ViewJson.text(out, "impact", ticket.impact());
        ViewJson.text(out, "urgency", ticket.urgency());
        out.writeStringField("queue", ticket.queue());
        ViewJson.text(out, "level", ticket.level());
        out.writeStringField("channel", ticket.channel().written());
        ViewJson.text(
                out, "follows", ticket.follows().filter(_ -> reader.isStaff()).map(TicketId::toString));
    }

    private static void people(JsonGenerator out, Ticket ticket, Caller reader) throws IOException {
        PersonView.field(out, "owner", ticket.owner().orElse(null), reader);
        PersonView.field(out, "requester", ticket.requester(), reader);
        out.writeArrayFieldStart("participants");
        for (var person : ticket.participants()) {
            PersonView.write(out, person, reader);
        }
        out.writeEndArray();
        ViewJson.text(out, "organization", ticket.organization());
    }
}
