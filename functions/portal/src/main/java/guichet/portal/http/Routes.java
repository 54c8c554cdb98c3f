package guichet.portal.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods each path knows, as the API's description has it: what {@code Allow} says after a wrong method (RFC 9110). */
final class Routes {
    private static final Map<Pattern, Set<String>> ROUTES = read();

    private Routes() {
    }

    /** Empty for a path that is none. */
    static Set<String> methods(String path) {
        return ROUTES.entrySet().stream().filter(route -> route.getKey().matcher(path).matches()).map(Map.Entry::getValue).findFirst().orElse(Set.of());
    }

    private static Map<Pattern, Set<String>> read() {
        var routes = new LinkedHashMap<Pattern, Set<String>>();
        try {
            new JsonMapper().readTree(OpenApiResource.DOCUMENT).get("paths").properties().forEach(path -> {
                var methods = new TreeSet<String>();
                path.getValue().fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
                methods.remove("PARAMETERS");
                routes.put(Pattern.compile(path.getKey().replaceAll("\\{[a-z]+}", "[^/]+")), methods);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }
}
