package guichet.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.utils.IoUtils;

/** Against a server that does what servers do to kept connections, one line at a time. */
class JdkHttpClientTest {
    private final JdkHttpClient http = new JdkHttpClient(Duration.ofSeconds(2), Duration.ofMillis(300));
    /** Each request as the server saw it: its connection's number, its first line, its body. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private ServerSocket server;
    private volatile int answersPerConnection = Integer.MAX_VALUE;
    private volatile String answer = "HTTP/1.1 200 OK\r\nX-Said: yes\r\nContent-Length: 2\r\n\r\nok";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve() {
        for (var number = 1; ; number++) {
            try (var connection = server.accept()) {
                serve(connection, number);
            } catch (IOException closed) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket connection, int number) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        for (var answered = 0; answered < answersPerConnection; answered++) {
            var first = in.readLine();
            if (first == null) {
                return;
            }
            var length = 0;
            for (var header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                length = header.toLowerCase().startsWith("content-length:")
                        ? Integer.parseInt(header.substring(15).strip())
                        : length;
            }
            var body = new char[length];
            assertEquals(length, length == 0 ? 0 : in.read(body));
            seen.add(number + " " + first + " " + new String(body));
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        }
    }

    private HttpExecuteResponse send(SdkHttpMethod method, String body) throws IOException {
        var request = SdkHttpFullRequest.builder()
                .method(method)
                .uri(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x"));
        if (!body.isEmpty()) {
            request.putHeader("Content-Length", Integer.toString(body.length()))
                    .putHeader("Content-Type", "text/plain")
                    .contentStreamProvider(
                            () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
        }
        var built = request.build();
        return http.prepareRequest(HttpExecuteRequest.builder()
                        .request(built)
                        .contentStreamProvider(built.contentStreamProvider().orElse(null))
                        .build())
                .call();
    }

    private static String text(HttpExecuteResponse response) throws IOException {
        return IoUtils.toUtf8String(response.responseBody().orElseThrow());
    }

    @Test
    void calls_go_over_one_connection_with_method_body_and_headers() throws IOException {
        var first = send(SdkHttpMethod.POST, "a");
        assertEquals("ok", text(first));
        assertEquals(Optional.of("yes"), first.httpResponse().firstMatchingHeader("x-said"));
        assertEquals("ok", text(send(SdkHttpMethod.PUT, "b")));
        assertEquals("ok", text(send(SdkHttpMethod.GET, "")));
        assertEquals(List.of("1 POST /x HTTP/1.1 a", "1 PUT /x HTTP/1.1 b", "1 GET /x HTTP/1.1 "), seen);
    }

    /** A function that was frozen for minutes finds its kept connections closed. */
    @Test
    void a_kept_connection_that_the_server_closed_is_replaced_and_nothing_is_sent_twice() throws IOException {
        answersPerConnection = 1;
        assertEquals("ok", text(send(SdkHttpMethod.POST, "a")));
        assertEquals("ok", text(send(SdkHttpMethod.POST, "b")));
        assertEquals("ok", text(send(SdkHttpMethod.POST, "c")));
        assertEquals(List.of("1 POST /x HTTP/1.1 a", "2 POST /x HTTP/1.1 b", "3 POST /x HTTP/1.1 c"), seen);
    }

    @Test
    void an_error_comes_with_its_body() throws IOException {
        answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 7\r\n\r\nrefused";
        var refused = send(SdkHttpMethod.POST, "a");
        assertEquals(400, refused.httpResponse().statusCode());
        assertEquals("refused", text(refused));
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws IOException {
        answer = "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        assertEquals(307, send(SdkHttpMethod.GET, "").httpResponse().statusCode());
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for_and_the_request_not_repeated() {
        answer = "";
        assertThrows(SocketTimeoutException.class, () -> send(SdkHttpMethod.POST, "a"));
        assertEquals(List.of("1 POST /x HTTP/1.1 a"), seen);
    }
}
