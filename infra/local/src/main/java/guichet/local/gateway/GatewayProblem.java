package guichet.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import java.io.IOException;

/** RFC 9457. */
final class GatewayProblem {
    private GatewayProblem() {}

    static void send(HttpExchange exchange, int status, String title, String detail) throws IOException {
        var problem = Http.JSON
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        Http.send(exchange, status, "application/problem+json", Http.JSON.writeValueAsBytes(problem));
    }
}
