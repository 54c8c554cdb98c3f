package guichet.portal.http;

import guichet.core.desk.Language;
import guichet.core.desk.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/** Whatever goes wrong is answered as a problem, and never with what only we should read. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @Inject
    Call call;

    @ServerExceptionMapper
    public Response expected(ProblemException e) {
        return answer(e.problem()).build();
    }

    /** What the HTTP layer says of its own: no such path, method, media type. */
    @ServerExceptionMapper
    public Response refusedByHttp(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        var methods = status == 404 || status == 405 ? Routes.methods(call.path()) : Set.<String>of();
        if (methods.isEmpty() || methods.contains(call.method())) {
            return answer(ofStatus(status)).build();
        }
        return answer(ofStatus(405)).header(HttpHeaders.ALLOW, String.join(", ", methods)).build();
    }

    /** The table or the bucket did not answer, after all tries of the SDK: worth another try, and nothing was done by halves. */
    @ServerExceptionMapper
    public Response outage(SdkException e) {
        LOG.errorf(e, "request %s met an outage", call.requestId());
        return answer(Problem.of(503, "unavailable", "Service indisponible", "Service unavailable",
                new Words("Le service ne répond pas pour l'instant. Réessayez dans un moment.", "The service does not answer right now. Please try again in a moment."))
                .with("request", call.requestId())).header(HttpHeaders.RETRY_AFTER, "2").build();
    }

    @ServerExceptionMapper
    public Response bug(Throwable e) {
        LOG.errorf(e, "request %s failed", call.requestId());
        return answer(ofStatus(500).with("request", call.requestId())).build();
    }

    private Response.ResponseBuilder answer(Problem problem) {
        var language = call.language().orElse(Language.FR);
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json(language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return problem.status() == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "Méthode non permise", "Method not allowed",
                    new Words("Cette adresse ne connaît pas cette méthode.", "This address does not know this method."));
            case 406 -> Problem.of(406, "not-acceptable", "Format non disponible", "Not acceptable",
                    new Words("Cette adresse ne répond pas dans ce format ; voir /api/openapi.", "This address does not answer in that format; see /api/openapi."));
            case 413 -> Bodies.tooLarge();
            case 415 -> Problem.of(415, "unsupported-media-type", "Format non pris en charge", "Unsupported media type",
                    new Words("Le corps doit être en application/json.", "The body must be application/json."));
            default -> status >= 500
                    ? Problem.of(500, "internal", "Erreur interne", "Internal error",
                            new Words("La requête n'a pas pu aboutir. Réessayez ; rien n'est perdu de ce qui a été confirmé.",
                                    "The request could not be carried out. Please try again; nothing that was confirmed is lost."))
                    : Problem.of(400, "bad-request", "Requête incorrecte", "Bad request",
                            new Words("La requête n'est pas correcte.", "The request is not correct."));
        };
    }
}
