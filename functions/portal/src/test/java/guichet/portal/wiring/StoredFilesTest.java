package guichet.portal.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks.Kept;
import guichet.portal.file.FileLinks.Put;
import guichet.store.Aws;
import guichet.store.FileStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a bucket that is a map behind HTTP: what a client does with the links, it does here. */
class StoredFilesTest {
    private static final String ALICE = "alice@acme.example";
    private static final TicketId TICKET = new TicketId("cloud", 1);
    private static final Attachment FILE = new Attachment("f1", "capture d'écran.png", "image/png", 3, "");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private HttpServer server;
    private StoredFiles files;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var aws = Aws.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        files = new StoredFiles(new FileStore(aws.s3(), aws.s3Presigner(), "files"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_file_is_there_once_it_was_put_whole() throws Exception {
        var upload = files.upload(TICKET, ALICE, FILE);
        assertEquals(Optional.empty(), files.find(TICKET, ALICE, "f1"), "announced is not there");
        put(upload.url(), "ab");
        assertEquals(Optional.empty(), files.find(TICKET, ALICE, "f1"), "cut short is not there");
        put(upload.url(), "abc");
        var found = (Put) files.find(TICKET, ALICE, "f1").orElseThrow();
        assertEquals(FILE, found.announced());
        assertEquals("abc", new String(found.beginning()));
        assertEquals("abc", new String(files.read(TICKET, found).orElseThrow()));
    }

    @Test
    void a_file_of_another_ticket_is_not_there() throws Exception {
        put(files.upload(TICKET, ALICE, FILE).url(), "abc");
        assertEquals(Optional.empty(), files.find(new TicketId("cloud", 2), ALICE, "f1"));
        assertEquals(Optional.empty(), files.find(TICKET, ALICE, "f2"));
    }

    @Test
    void a_file_of_somebody_else_is_not_there() throws Exception {
        put(files.upload(TICKET, ALICE, FILE).url(), "abc");
        assertEquals(Optional.empty(), files.find(TICKET, "albert@acme.example", "f1"));
    }

    @Test
    void a_link_downloads_under_the_files_name() throws Exception {
        put(files.upload(TICKET, ALICE, FILE).url(), "abc");
        keep(Optional.empty());
        var link = files.link(TICKET, FILE);
        assertEquals(60, link.seconds());
        assertTrue(link.url().contains("X-Amz-Expires=60"));
        assertTrue(link.url().contains("response-content-disposition=attachment"));
        assertEquals("abc", got(link.url()));
    }

    @Test
    void what_is_put_after_a_message_has_named_the_file_changes_nothing_and_is_never_read() throws Exception {
        var upload = files.upload(TICKET, ALICE, FILE);
        put(upload.url(), "abc");
        assertTrue(keep(Optional.of("ab•".getBytes(StandardCharsets.UTF_8))));
        put(upload.url(), "xyz");
        assertEquals("ab•", got(files.link(TICKET, FILE).url()));
        var again = (Kept) files.find(TICKET, ALICE, "f1").orElseThrow();
        assertEquals(new Kept(new Attachment("f1", "b.png", "image/png", 5, ""), 1, true), again);
        assertEquals(Optional.empty(), files.find(TICKET, "albert@acme.example", "f1"));
    }

    @Test
    void what_was_put_is_gone_from_there_once_it_is_kept() throws Exception {
        put(files.upload(TICKET, ALICE, FILE).url(), "abc");
        keep(Optional.empty());
        assertEquals(
                List.of("/files/attachments/cloud/f1", "/files/attachments/cloud/f1.announced"),
                objects.keySet().stream().sorted().toList());
    }

    @Test
    void what_was_replaced_since_it_was_looked_at_is_not_kept() throws Exception {
        var upload = files.upload(TICKET, ALICE, FILE);
        put(upload.url(), "abc");
        var found = (Put) files.find(TICKET, ALICE, "f1").orElseThrow();
        put(upload.url(), "xyz");
        assertEquals(Optional.empty(), files.read(TICKET, found));
        assertFalse(files.keep(TICKET, ALICE, found, new Kept(FILE, 0, true), Optional.empty()));
        assertFalse(objects.containsKey("/files/attachments/cloud/f1"));
    }

    private boolean keep(Optional<byte[]> instead) {
        var found = (Put) files.find(TICKET, ALICE, "f1").orElseThrow();
        var as = new Attachment(
                "f1", "b.png", "image/png", instead.map(it -> it.length).orElse(3), "");
        return files.keep(TICKET, ALICE, found, new Kept(as, 1, true), instead);
    }

    private static String got(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void put(String url, String content) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("content-type", "image/png")
                                .PUT(HttpRequest.BodyPublishers.ofString(content))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestURI().getPath();
            if (exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
                copy(exchange, key);
                return;
            }
            if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("PUT")) {
                var body = exchange.getRequestBody().readAllBytes();
                var chunked = exchange.getRequestHeaders()
                        .getOrDefault("x-amz-content-sha256", List.of(""))
                        .getFirst()
                        .startsWith("STREAMING");
                objects.put(key, chunked ? unchunked(body) : body);
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var object = objects.get(key);
            var head = exchange.getRequestMethod().equals("HEAD");
            if (object == null) {
                var error = head ? new byte[0] : "<Error><Code>NoSuchKey</Code></Error>".getBytes();
                exchange.sendResponseHeaders(404, error.length == 0 ? -1 : error.length);
                exchange.getResponseBody().write(error);
            } else if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(object.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.getResponseHeaders().set("ETag", etag(object));
                exchange.sendResponseHeaders(200, object.length);
                exchange.getResponseBody().write(object);
            }
        }
    }

    private void copy(HttpExchange exchange, String key) throws IOException {
        var from = objects.get("/" + exchange.getRequestHeaders().getFirst("x-amz-copy-source"));
        var wanted = exchange.getRequestHeaders().getFirst("x-amz-copy-source-if-match");
        var same = etag(from).equals(wanted);
        if (same) {
            objects.put(key, from);
        }
        var answer = same ? "<CopyObjectResult/>" : "<Error><Code>PreconditionFailed</Code></Error>";
        exchange.sendResponseHeaders(same ? 200 : 412, answer.length());
        exchange.getResponseBody().write(answer.getBytes());
    }

    private static String etag(byte[] object) {
        return "\"" + Arrays.hashCode(object) + "\"";
    }

    /** Over plain HTTP the SDK sends {@code aws-chunked} bodies: a length in hex and a signature before each chunk. */
    private static byte[] unchunked(byte[] body) {
        var out = new ByteArrayOutputStream();
        var text = new String(body, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < text.length(); ) {
            var length = Integer.parseInt(text.substring(at, text.indexOf(';', at)), 16);
            var start = text.indexOf("\r\n", at) + 2;
            out.write(body, start, length);
            at = length == 0 ? text.length() : start + length + 2;
        }
        return out.toByteArray();
    }
}
