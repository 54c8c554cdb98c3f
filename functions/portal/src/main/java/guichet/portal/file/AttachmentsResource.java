package guichet.portal.file;

import guichet.core.ticket.Attachment;
import guichet.portal.http.Answers;
import guichet.portal.http.Bodies;
import guichet.portal.http.Call;
import guichet.portal.http.Json;
import guichet.portal.http.Problem;
import guichet.portal.ticket.History;
import guichet.portal.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;

/** Files of a ticket, by links that work for a short while. */
@Path("/api/tickets/{id}/attachments")
@Produces("application/json")
public class AttachmentsResource {
    /** What a client says of a file that it is about to put. @param size bytes */
    record NewFile(String name, BigInteger size, String type) {
    }

    @Inject
    Call call;
    @Inject
    Tickets tickets;
    @Inject
    History history;
    @Inject
    Uploads uploads;
    @Inject
    Files files;

    /** Where to put a file, and the id by which a message then names it. */
    @POST
    @Consumes("application/json")
    public Response announce(@PathParam("id") String id, byte[] body) {
        var seen = tickets.see(id, call);
        var asked = Bodies.read(body, NewFile.class);
        var announced = uploads.announce(seen.caller().desk(), asked.name(), asked.size(), asked.type());
        var upload = files.upload(seen.id(), announced);
        return Answers.of(201, out -> {
            out.writeStartObject();
            out.writeStringField("id", announced.id());
            out.writeObjectFieldStart("upload");
            out.writeStringField("method", "PUT");
            out.writeStringField("url", upload.url());
            Json.texts(out, "headers", upload.headers());
            out.writeStringField("expires", call.now().plusSeconds(upload.seconds()).toString());
            out.writeEndObject();
            out.writeEndObject();
        }).build();
    }

    @GET
    @Path("/{attachment}")
    public Response link(@PathParam("id") String id, @PathParam("attachment") String attachment) {
        var seen = tickets.see(id, call);
        var found = Uploads.isId(attachment) ? history.attachment(seen, attachment) : java.util.Optional.<Attachment>empty();
        var file = found.orElseThrow(() -> Problem.notFound().asException());
        var link = files.link(seen.id(), file);
        return Answers.ok(out -> {
            out.writeStartObject();
            out.writeStringField("id", file.id());
            out.writeStringField("name", file.name());
            out.writeStringField("type", file.type());
            out.writeNumberField("size", file.size());
            out.writeStringField("url", link.url());
            out.writeStringField("expires", call.now().plusSeconds(link.seconds()).toString());
            out.writeEndObject();
        });
    }
}
