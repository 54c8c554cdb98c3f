package guichet.portal.http;

import guichet.core.desk.Language;
import guichet.store.NewerFormatException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** Whatever goes wrong is answered as a problem, and never with what only we should read. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    static Response answer(RuntimeException e, Request request) {
        return switch (e) {
            case ProblemException expected -> answer(asSent(expected.problem(), request), request);
            case SdkException outage -> outage(outage, request);
            case NewerFormatException deploy -> outage(deploy, request);
            default -> bug(e, request);
        };
    }

    private static Problem asSent(Problem problem, Request request) {
        return problem.field()
                .flatMap(field -> SentValue.of(request, field))
                .map(problem::echoing)
                .orElse(problem);
    }

    static Response answer(Problem problem, Request request) {
        var language = language(request);
        var answer = Response.of(problem.status(), Problem.MEDIA_TYPE, problem.json(language))
                .with("content-language", language.code())
                .with("cache-control", "no-store");
        return problem.status() == 401 ? answer.with("www-authenticate", "Bearer") : answer;
    }

    /** Whatever a header holds, an answer comes out. */
    private static Language language(Request request) {
        try {
            return request.language().orElse(Language.FR);
        } catch (RuntimeException e) {
            LOG.error("a request's language could not be read", e);
            return Language.FR;
        }
    }

    /**
     * The table or the bucket did not answer, after all tries of the SDK, or a newer version wrote what we met, and its
     * functions are about to take over: worth another try, and nothing was done by halves.
     */
    private static Response outage(RuntimeException e, Request request) {
        LOG.errorf(e, "request %s met an outage", request.requestId());
        return answer(
                        Problem.of(503, "unavailable", ProblemWords.UNAVAILABLE, ProblemWords.UNAVAILABLE_DETAIL)
                                .with("request", request.requestId()),
                        request)
                .with("retry-after", "2");
    }

    private static Response bug(RuntimeException e, Request request) {
        LOG.errorf(e, "request %s failed", request.requestId());
        return answer(
                Problem.of(500, "internal", ProblemWords.INTERNAL, ProblemWords.INTERNAL_DETAIL)
                        .with("request", request.requestId()),
                request);
    }

    static Problem wrongMethod() {
        return Problem.of(
                405, "method-not-allowed", ProblemWords.METHOD_NOT_ALLOWED, ProblemWords.METHOD_NOT_ALLOWED_DETAIL);
    }

    static Problem notAcceptable() {
        return Problem.of(406, "not-acceptable", ProblemWords.NOT_ACCEPTABLE, ProblemWords.NOT_ACCEPTABLE_DETAIL);
    }

    static Problem unsupported() {
        return Problem.of(
                415,
                "unsupported-media-type",
                ProblemWords.UNSUPPORTED_MEDIA_TYPE,
                ProblemWords.UNSUPPORTED_MEDIA_TYPE_DETAIL);
    }
}
