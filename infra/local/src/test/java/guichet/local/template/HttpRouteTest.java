package guichet.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HttpRouteTest {
    static final List<HttpRoute> ROUTES = List.of(
                    "$default",
                    "ANY /api/{proxy+}",
                    "GET /api/{proxy+}",
                    "GET /api/{name}",
                    "GET /api/openapi",
                    "GET /")
            .stream()
            .map(k -> HttpRoute.of(k, false, List.of()))
            .toList();

    @Test
    void the_most_specific_route_wins() {
        assertEquals("GET /api/openapi", key("GET", "/api/openapi"));
        assertEquals("GET /api/{name}", key("GET", "/api/other"));
        assertEquals("GET /api/{proxy+}", key("GET", "/api/a/b"));
        assertEquals("ANY /api/{proxy+}", key("POST", "/api/a"));
        assertEquals("GET /", key("GET", "/"));
        assertEquals("$default", key("GET", "/apix"));
        assertEquals("$default", key("GET", "/api"));
        assertEquals("$default", key("GET", "/api/"));
    }

    private static String key(String method, String path) {
        return HttpRoute.find(ROUTES, method, path).orElseThrow().route().key();
    }
}
