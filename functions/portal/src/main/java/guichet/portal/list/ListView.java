package guichet.portal.list;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.portal.http.JsonBody;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import guichet.portal.ticket.DisplayNames;
import guichet.portal.ticket.PersonView;
import guichet.store.TicketPage;
import guichet.store.TicketRow;
import java.io.IOException;

final class ListView {
    private ListView() {}

    static JsonBody of(TicketPage page, Caller reader) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (var row : page.rows()) {
                row(out, row, reader);
            }
            out.writeEndArray();
            ViewJson.text(out, "next", page.next());
            out.writeEndObject();
        };
    }

    private static void row(JsonGenerator out, TicketRow row, Caller reader) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", row.id().toString());
        out.writeNumberField("number", row.id().number());
        out.writeStringField("desk", row.id().desk());
        out.writeStringField("type", row.type());
        out.writeStringField("subject", row.subject());
        out.writeFieldName("state");
        ViewJson.named(out, row.state(), DisplayNames.state(reader.desk(), row.type(), row.state()), reader.language());
        out.writeStringField("priority", row.priority());
        PersonView.field(out, "owner", row.owner().orElse(null), reader);
        PersonView.field(out, "requester", row.requester(), reader);
        out.writeStringField("created", row.opened().toString());
        ViewJson.instant(out, "waitingSince", row.waitingSince());
        out.writeEndObject();
    }
}
