package guichet.portal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which method of which path is answered by what. A path's steps are names, or stand for one step of any name:
 * {@code /api/desks/{desk}}.
 */
public final class Routes {
    private final List<Path> paths = new ArrayList<>();

    /** What answers a call. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request);
    }

    /** @param query the parameters that it reads; others are ignored @param type of what it answers */
    record Route(List<String> query, String type, Handler handler) {}

    record Path(String template, List<String> steps, Map<String, Route> methods) {
        /** What the variables of the template are in these steps; empty where this is another path. */
        private Optional<Map<String, String>> variables(List<String> path) {
            if (path.size() != steps.size()) {
                return Optional.empty();
            }
            var variables = new HashMap<String, String>();
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (step.startsWith("{") && !path.get(i).isEmpty()) {
                    variables.put(step.substring(1, step.length() - 1), path.get(i));
                } else if (!step.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    record Match(Path path, Map<String, String> variables) {}

    public Routes(Iterable<? extends Resource> resources) {
        resources.forEach(resource -> resource.routes(this));
    }

    public void get(String path, Handler handler, String... query) {
        add("GET", path, Response.JSON, handler, query);
    }

    /** Answers with HTML. */
    public void page(String path, Handler handler, String... query) {
        add("GET", path, Response.HTML, handler, query);
    }

    public void post(String path, Handler handler) {
        add("POST", path, Response.JSON, handler);
    }

    public void put(String path, Handler handler) {
        add("PUT", path, Response.JSON, handler);
    }

    private void add(String method, String template, String type, Handler handler, String... query) {
        var path = paths.stream()
                .filter(known -> known.template.equals(template))
                .findFirst()
                .orElseGet(() -> {
                    var added = new Path(template, steps(template), new TreeMap<>());
                    paths.add(added);
                    return added;
                });
        if (path.methods.put(method, new Route(List.of(query), type, handler)) != null) {
            throw new IllegalStateException(method + " " + template + " has two handlers");
        }
    }

    /** @param steps of the path asked for, decoded */
    Optional<Match> find(List<String> steps) {
        return paths.stream()
                .flatMap(path -> path.variables(steps).map(variables -> new Match(path, variables)).stream())
                .findFirst();
    }

    static List<String> steps(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** Each route as a line, such as {@code GET /api/tickets/{id} [cursor]}; sorted. */
    public List<String> lines() {
        return paths.stream()
                .flatMap(path -> path.methods.entrySet().stream()
                        .map(route -> route.getKey() + " " + path.template + " "
                                + route.getValue().query().stream().sorted().toList()))
                .sorted()
                .toList();
    }
}
