package guichet.local.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param method a method, or ANY
 * @param path segments; {@code {name}} stands for one, {@code {name+}} for all that follow; null for {@code $default}
 * @param jwt whether a token is needed
 * @param scopes of which the token must carry one; none: any token will do
 */
public record HttpRoute(String key, String method, List<String> path, boolean jwt, List<String> scopes) {

    /** A route that takes a request, with what its path's variables stand for. */
    public record Match(HttpRoute route, Map<String, String> variables) {}

    public static List<HttpRoute> all(Template template) {
        var routes = new ArrayList<HttpRoute>();
        template.resources("AWS::ApiGatewayV2::Route")
                .forEach((id, p) -> routes.add(of(
                        p.need("RouteKey"),
                        "JWT".equals(p.text("AuthorizationType").orElse("NONE")),
                        p.list("AuthorizationScopes").stream()
                                .map(String::valueOf)
                                .toList())));
        return List.copyOf(routes);
    }

    public static HttpRoute of(String key, boolean jwt, List<String> scopes) {
        if (key.equals("$default")) {
            return new HttpRoute(key, "ANY", null, jwt, scopes);
        }
        var parts = key.split(" ", 2);
        return new HttpRoute(key, parts[0], segments(parts[1]), jwt, scopes);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /**
     * The most specific route that takes the request: full over variable over greedy, a method over ANY, $default last.
     */
    public static Optional<Match> find(List<HttpRoute> routes, String method, String path) {
        return routes.stream()
                .flatMap(r -> r.match(method, path).stream())
                .min(Comparator.comparing((Match m) -> m.route().rank())
                        .thenComparing(m -> m.route().method().equals("ANY")));
    }

    private Optional<Match> match(String method, String wanted) {
        if (!this.method.equals("ANY") && !this.method.equals(method)) {
            return Optional.empty();
        }
        var variables = new java.util.LinkedHashMap<String, String>();
        if (path == null) {
            return Optional.of(new Match(this, variables));
        }
        var given = segments(wanted.isEmpty() ? "/" : wanted);
        for (var i = 0; i < path.size(); i++) {
            var segment = path.get(i);
            if (segment.endsWith("+}")) {
                if (given.size() <= i
                        || String.join("/", given.subList(i, given.size())).isEmpty()) {
                    return Optional.empty();
                }
                variables.put(
                        segment.substring(1, segment.length() - 2), String.join("/", given.subList(i, given.size())));
                return Optional.of(new Match(this, variables));
            }
            if (i >= given.size()) {
                return Optional.empty();
            }
            if (segment.startsWith("{") && !given.get(i).isEmpty()) {
                variables.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return given.size() == path.size() ? Optional.of(new Match(this, variables)) : Optional.empty();
    }

    /** Smaller is more specific: by segment, a literal before a variable before a greedy one. */
    private String rank() {
        if (path == null) {
            return "~";
        }
        var rank = new StringBuilder();
        path.forEach(s -> rank.append(s.endsWith("+}") ? 'c' : s.startsWith("{") ? 'b' : 'a'));
        return rank.toString();
    }
}
