package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server on loopback, a virtual thread a request. */
public final class Http implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Without it every small answer waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The default keeps 200 connections; each function process and browser holds some.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Http(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static Http start(int port, HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024);
        var http = new Http(server);
        server.setExecutor(http.threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                answerFailure(exchange, e);
            }
        });
        server.start();
        return http;
    }

    private static void answerFailure(HttpExchange exchange, RuntimeException e) throws IOException {
        System.getLogger("guichet.local")
                .log(
                        System.Logger.Level.WARNING,
                        "request failed: " + exchange.getRequestURI().getPath(),
                        e);
        if (exchange.getResponseCode() == -1) {
            send(exchange, 500, "text/plain", String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        var empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    public static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsBytes(body));
    }

    /** The query's parameters, decoded; the last of a repeated one wins. */
    public static Map<String, String> query(URI uri) {
        var parameters = new LinkedHashMap<String, String>();
        var raw = uri.getRawQuery();
        if (raw != null && !raw.isEmpty()) {
            for (var pair : raw.split("&")) {
                var eq = pair.indexOf('=');
                var name = eq < 0 ? pair : pair.substring(0, eq);
                parameters.put(decode(name), eq < 0 ? "" : decode(pair.substring(eq + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
