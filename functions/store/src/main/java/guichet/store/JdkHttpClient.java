package guichet.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The SDK's calls over the JDK's {@link HttpURLConnection}, as the SDK's own {@code url-connection-client} makes them,
 * but that the body of a POST is given to the JDK whole. A streamed one costs twice the CPU: before each, the JDK asks
 * a kept connection whether it still lives, by a read that times out after a millisecond. A whole one it sends again by
 * itself, over a new connection, where a kept one turns out to be closed.
 *
 * <p>It holds no connection of its own (the JDK keeps them), so one may serve all clients, and stand in a snapshot.
 */
final class JdkHttpClient implements SdkHttpClient {
    private static final String LENGTH = "Content-Length";
    private static final int FIRST_ERROR = 400;

    private final int connectMillis;
    private final int answerMillis;

    /** @param answer how long to wait for a part of an answer */
    JdkHttpClient(Duration connect, Duration answer) {
        this.connectMillis = Math.toIntExact(connect.toMillis());
        this.answerMillis = Math.toIntExact(answer.toMillis());
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Call(request);
    }

    @Override
    public String clientName() {
        return "UrlConnection";
    }

    @Override
    public void close() {}

    private final class Call implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;
        private volatile HttpURLConnection connection;

        Call(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            connection = open(request.httpRequest());
            var body = request.contentStreamProvider();
            if (body.isPresent()) {
                connection.setDoOutput(true);
                try (var in = body.get().newStream();
                        var out = connection.getOutputStream()) {
                    in.transferTo(out);
                }
            }
            var status = connection.getResponseCode();
            var response = SdkHttpResponse.builder().statusCode(status).statusText(connection.getResponseMessage());
            connection.getHeaderFields().forEach((name, values) -> {
                if (name != null) {
                    response.putHeader(name, values);
                }
            });
            return HttpExecuteResponse.builder()
                    .response(response.build())
                    .responseBody(answer(status))
                    .build();
        }

        private AbortableInputStream answer(int status) throws IOException {
            InputStream in = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream();
            return in == null ? null : AbortableInputStream.create(in, this::abort);
        }

        @Override
        public void abort() {
            var open = connection;
            if (open != null) {
                open.disconnect();
            }
        }
    }

    private HttpURLConnection open(SdkHttpRequest request) throws IOException {
        var connection = (HttpURLConnection) request.getUri().toURL().openConnection();
        connection.setRequestMethod(request.method().name());
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(connectMillis);
        connection.setReadTimeout(answerMillis);
        request.forEachHeader((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        if (request.firstMatchingHeader("Accept").isEmpty()) {
            // Else the JDK asks for pages and pictures.
            connection.setRequestProperty("Accept", "*/*");
        }
        if (request.method() != SdkHttpMethod.POST) {
            request.firstMatchingHeader(LENGTH).map(Long::parseLong).ifPresent(connection::setFixedLengthStreamingMode);
        }
        return connection;
    }
}
