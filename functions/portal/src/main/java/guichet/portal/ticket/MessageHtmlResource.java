package guichet.portal.ticket;

import guichet.core.files.Pictures;
import guichet.core.html.ContentIds;
import guichet.core.html.ShownHtml;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.portal.file.FileLinks;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.ticket.Tickets.Visible;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A message as its mail was meant: a page for a frame that runs and fetches nothing, but the mail's own pictures. */
@Singleton
public class MessageHtmlResource implements Resource {
    private static final String REMOTE = "remote";

    @Inject
    Tickets tickets;

    @Inject
    History history;

    @Inject
    FileLinks files;

    @Override
    public void routes(Routes routes) {
        routes.page("/api/tickets/{id}/messages/{seq}/html", this::page, "images");
    }

    private Response page(Request request) {
        var visible = tickets.visible(request.variable("id"), request);
        var remote = request.query("images").map(MessageHtmlResource::isRemote).orElse(false);
        var body = history.body(visible, request.variable("seq"))
                .filter(found -> found.html().isPresent())
                .orElseThrow(() -> Problem.notFound().asException());
        var origins = new TreeSet<String>();
        var shown = ShownHtml.of(
                body.html().orElseThrow(),
                pictures(visible, body, origins),
                remote,
                MessagePage.caption(visible.caller().language()));
        return MessagePage.of(visible, shown, remote, origins);
    }

    private static boolean isRemote(String images) {
        if (!images.equals(REMOTE)) {
            throw Problem.expected("images", images, ProblemWords.EXPECTED_IMAGES.with(REMOTE))
                    .asException();
        }
        return true;
    }

    /** Links to the pictures of this one mail: a content id means something within its mail alone. */
    private Function<String, Optional<String>> pictures(Visible visible, Body body, TreeSet<String> origins) {
        return contentId -> body.attachments().stream()
                .filter(file -> ContentIds.bare(file.contentId()).equals(contentId))
                .findFirst()
                .flatMap(file ->
                        Pictures.type(file.type(), file.name()).map(type -> link(visible, file, type, origins)));
    }

    private String link(Visible visible, Attachment file, String type, TreeSet<String> origins) {
        var url = files.picture(visible.id(), file, type).url();
        origins.add(List.of(url.split("/", 4)).subList(0, 3).stream()
                .reduce((one, other) -> one + "/" + other)
                .orElseThrow());
        return url;
    }
}
