package guichet.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** S3's REST protocol, path style, for the calls that the functions and their presigned links make. */
final class S3Server implements AutoCloseable {
    private final Http http;
    private final S3Objects objects;
    private final S3Buckets buckets;
    private final Door door;

    S3Server(ObjectStore store, Door door) throws IOException {
        this.objects = new S3Objects(store);
        this.buckets = new S3Buckets(store);
        this.door = door;
        this.http = Http.start(0, this::handle);
    }

    URI uri() {
        return http.uri();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            allowBrowsers(exchange);
            route(exchange);
        } catch (S3Error e) {
            refuse(exchange, e);
        } catch (IOException e) {
            if (exchange.getResponseCode() != -1) {
                throw e;
            }
            refuse(exchange, new S3Error(500, "InternalError", String.valueOf(e.getMessage())));
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            Http.send(exchange, 200, null, new byte[0]);
            return;
        }
        var query = Http.query(exchange.getRequestURI());
        if (query.containsKey("X-Amz-Signature")) {
            var refusal = Presigned.refusal(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    query,
                    EmbeddedAws.SECRET,
                    Instant.now());
            if (refusal != null) {
                throw new S3Error(
                        403,
                        refusal.startsWith("Request has expired") ? "AccessDenied" : "SignatureDoesNotMatch",
                        refusal);
            }
        }
        var path = exchange.getRequestURI().getRawPath().substring(1);
        var slash = path.indexOf('/');
        var bucket = slash < 0 ? path : path.substring(0, slash);
        var key = slash < 0
                ? ""
                : URLDecoder.decode(path.substring(slash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        var caller = new S3Caller(Door.caller(exchange), door);
        if (key.isEmpty()) {
            buckets.handle(exchange, caller, bucket, query);
        } else {
            objects.handle(exchange, caller, bucket, key, query);
        }
    }

    /** A browser puts to and gets from presigned links from the portal's own origin. */
    private static void allowBrowsers(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null) {
            var headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Methods", "GET, PUT, HEAD");
            headers.set("Access-Control-Allow-Headers", "*");
            headers.set("Access-Control-Expose-Headers", "ETag");
        }
    }

    private static void refuse(HttpExchange exchange, S3Error e) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        var xml = Xml.document(
                "Error",
                x -> x.element("Code", e.code)
                        .element("Message", e.getMessage())
                        .element("RequestId", "local"));
        Http.send(exchange, e.status, "application/xml", xml);
    }

    @Override
    public void close() {
        http.close();
    }
}
