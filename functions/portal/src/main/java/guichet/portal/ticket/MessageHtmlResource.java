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
import guichet.portal.ticket.Tickets.Seen;
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

    private Response page(Request call) {
        var seen = tickets.see(call.variable("id"), call);
        var remote = call.query("images").map(MessageHtmlResource::isRemote).orElse(false);
        var body = history.body(seen, call.variable("seq"))
                .filter(found -> found.html().isPresent())
                .orElseThrow(() -> Problem.notFound().asException());
        var origins = new TreeSet<String>();
        var shown = ShownHtml.of(
                body.html().orElseThrow(),
                pictures(seen, body, origins),
                remote,
                MessagePage.caption(seen.caller().language()));
        return MessagePage.of(seen, shown, remote, origins);
    }

    private static boolean isRemote(String images) {
        if (!images.equals(REMOTE)) {
            throw Problem.expected("images", images, ProblemWords.EXPECTED_IMAGES.with(REMOTE))
                    .asException();
        }
        return true;
    }

    /** Links to the pictures of this one mail: a content id means something within its mail alone. */
    private Function<String, Optional<String>> pictures(Seen seen, Body body, TreeSet<String> origins) {
        return contentId -> body.attachments().stream()
                .filter(file -> ContentIds.bare(file.contentId()).equals(contentId))
                .findFirst()
                .flatMap(file -> Pictures.type(file.type(), file.name()).map(type -> link(seen, file, type, origins)));
    }

    private String link(Seen seen, Attachment file, String type, TreeSet<String> origins) {
        var url = files.picture(seen.id(), file, type).url();
        origins.add(List.of(url.split("/", 4)).subList(0, 3).stream()
                .reduce((one, other) -> one + "/" + other)
                .orElseThrow());
        return url;
    }
}
