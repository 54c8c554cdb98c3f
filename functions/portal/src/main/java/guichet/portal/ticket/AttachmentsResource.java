package guichet.portal.ticket;

import guichet.core.ticket.Attachment;
import guichet.portal.file.FileLinks;
import guichet.portal.file.Uploads;
import guichet.portal.http.Problem;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.http.ViewJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;

/** The files of a ticket, by links that work for a short while. */
@Singleton
public class AttachmentsResource implements Resource {
    private static final String FILES = "/api/tickets/{id}/attachments";

    /** What a client says of a file that it is about to put. @param size bytes */
    record NewFile(String name, BigInteger size, String type) {}

    @Inject
    Tickets tickets;

    @Inject
    History history;

    @Inject
    Uploads uploads;

    @Inject
    FileLinks files;

    @Override
    public void routes(Routes routes) {
        routes.post(FILES, this::announce);
        routes.get(FILES + "/{attachment}", this::link);
    }

    /** Where to put a file, and the id by which a message then names it. */
    private Response announce(Request request) {
        var visible = tickets.visible(request.variable("id"), request);
        var sent = RequestBodies.read(request.body(), NewFile.class);
        var announced = uploads.announce(visible.caller().desk(), sent.name(), sent.size(), sent.type());
        var upload = files.upload(visible.id(), visible.caller().address(), announced);
        return Response.of(201, out -> {
            out.writeStartObject();
            out.writeStringField("id", announced.id());
            out.writeObjectFieldStart("upload");
            out.writeStringField("method", "PUT");
            out.writeStringField("url", upload.url());
            ViewJson.texts(out, "headers", upload.headers());
            out.writeStringField(
                    "expires", request.now().plusSeconds(upload.seconds()).toString());
            out.writeEndObject();
            out.writeEndObject();
        });
    }

    private Response link(Request request) {
        var attachment = request.variable("attachment");
        var visible = tickets.visible(request.variable("id"), request);
        var found = Uploads.isId(attachment)
                ? history.attachment(visible, attachment)
                : java.util.Optional.<Attachment>empty();
        var file = found.orElseThrow(() -> Problem.notFound().asException());
        var link = files.link(visible.id(), file);
        return Response.ok(out -> {
            out.writeStartObject();
            out.writeStringField("id", file.id());
            out.writeStringField("name", file.name());
            out.writeStringField("type", file.type());
            out.writeNumberField("size", file.size());
            out.writeStringField("url", link.url());
            out.writeStringField(
                    "expires", request.now().plusSeconds(link.seconds()).toString());
            out.writeEndObject();
        });
    }
}
