package guichet.portal.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The function: takes the gateway's event, finds the route, and answers. There is no HTTP here, the gateway speaks it;
 * so there is no server either (decision 23).
 */
@Singleton
public class Portal implements RequestStreamHandler {
    private static final ObjectMapper JSON = new JsonMapper();

    private final Routes routes;

    public Portal(@All List<Resource> resources) {
        this.routes = new Routes(resources);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var request = Request.of(JSON.readTree(event));
        try (var out = JSON.createGenerator(answer)) {
            answer(request).write(out);
        }
    }

    /** Nothing gets past this: a caller is answered whatever failed, and wherever. */
    private Response answer(Request request) {
        try {
            return find(request);
        } catch (RuntimeException e) {
            return Problems.answer(e, request);
        }
    }

    private Response find(Request request) {
        List<String> steps;
        try {
            steps = request.steps();
        } catch (IllegalArgumentException notEncoded) {
            return Problems.answer(Problem.notFound(), request);
        }
        return routes.find(steps)
                .map(match -> answer(match, request))
                .orElseGet(() -> Problems.answer(Problem.notFound(), request));
    }

    private static Response answer(Routes.Match match, Request request) {
        var methods = match.path().methods();
        if (request.method().equals("HEAD") && methods.containsKey("GET")) {
            return answer(methods.get("GET"), request.with(match.variables())).withoutBody();
        }
        var route = methods.get(request.method());
        if (route == null) {
            return Problems.answer(Problems.wrongMethod(), request).with("allow", String.join(", ", methods.keySet()));
        }
        if (!request.method().equals("GET")
                && !request.header("content-type")
                        .map(Portal::mediaType)
                        .orElse("application/json")
                        .equals("application/json")) {
            return Problems.answer(Problems.unsupported(), request);
        }
        return answer(route, request.with(match.variables()));
    }

    private static Response answer(Routes.Route route, Request request) {
        if (!request.header("accept").map(accept -> takes(accept, route.type())).orElse(true)) {
            return Problems.answer(Problems.notAcceptable(), request);
        }
        return route.handler().handle(request);
    }

    private static boolean takes(String accept, String type) {
        var ranges = Set.of("*/*", type.substring(0, type.indexOf('/')) + "/*", type);
        for (var range : accept.split(",")) {
            if (ranges.contains(mediaType(range))) {
                return true;
            }
        }
        return false;
    }

    private static String mediaType(String written) {
        return written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
