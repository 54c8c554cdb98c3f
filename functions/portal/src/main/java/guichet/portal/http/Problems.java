package guichet.portal.http;

import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.store.NewerFormatException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** Whatever goes wrong is answered as a problem, and never with what only we should read. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    static Response answer(RuntimeException e, Request call) {
        return switch (e) {
            case ProblemException expected -> answer(expected.problem(), call);
            case SdkException outage -> outage(outage, call);
            case NewerFormatException deploy -> outage(deploy, call);
            default -> bug(e, call);
        };
    }

    static Response answer(Problem problem, Request call) {
        var language = call.language().orElse(Language.FR);
        var answer = Response.of(problem.status(), Problem.MEDIA_TYPE, problem.json(language))
                .with("content-language", language.code())
                .with("cache-control", "no-store");
        return problem.status() == 401 ? answer.with("www-authenticate", "Bearer") : answer;
    }

    /**
     * The table or the bucket did not answer, after all tries of the SDK, or a newer version wrote what we met, and its
     * functions are about to take over: worth another try, and nothing was done by halves.
     */
    private static Response outage(RuntimeException e, Request call) {
        LOG.errorf(e, "request %s met an outage", call.requestId());
        return answer(
                        Problem.of(
                                        503,
                                        "unavailable",
                                        "Service indisponible",
                                        "Service unavailable",
                                        new LocalizedText(
                                                "Le service ne répond pas pour l'instant. Réessayez dans un moment.",
                                                "The service does not answer right now. Please try again in a moment."))
                                .with("request", call.requestId()),
                        call)
                .with("retry-after", "2");
    }

    private static Response bug(RuntimeException e, Request call) {
        LOG.errorf(e, "request %s failed", call.requestId());
        return answer(
                Problem.of(
                                500,
                                "internal",
                                "Erreur interne",
                                "Internal error",
                                new LocalizedText(
                                        "La requête n'a pas pu aboutir. Réessayez ; rien n'est perdu de ce qui a été"
                                                + " confirmé.",
                                        "The request could not be carried out. Please try again; nothing that was"
                                                + " confirmed is lost."))
                        .with("request", call.requestId()),
                call);
    }

    static Problem wrongMethod() {
        return Problem.of(
                405,
                "method-not-allowed",
                "Méthode non permise",
                "Method not allowed",
                new LocalizedText(
                        "Cette adresse ne connaît pas cette méthode.", "This address does not know this method."));
    }

    static Problem notAcceptable() {
        return Problem.of(
                406,
                "not-acceptable",
                "Format non disponible",
                "Not acceptable",
                new LocalizedText(
                        "Cette adresse ne répond pas dans ce format ; voir /api/openapi.",
                        "This address does not answer in that format; see /api/openapi."));
    }

    static Problem unsupported() {
        return Problem.of(
                415,
                "unsupported-media-type",
                "Format non pris en charge",
                "Unsupported media type",
                new LocalizedText("Le corps doit être en application/json.", "The body must be application/json."));
    }
}
