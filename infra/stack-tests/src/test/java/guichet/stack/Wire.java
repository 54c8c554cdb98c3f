package guichet.stack;

import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import guichet.local.lambda.LambdaFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Between the functions and their AWS: lets each call through, and kills the process that makes a certain one, just
 * before that call arrives, or just after it did its work and before its answer is heard. So a kill always meets a
 * process in the middle of something.
 */
final class Wire implements AutoCloseable {
    private static final List<String> SERVICES = List.of("DYNAMODB", "SQS", "S3", "SESV2", "EVENTBRIDGE");
    private static final Pattern CALLER = Pattern.compile("Credential=([^/]+)/");
    private static final Set<String> OF_THE_HOP =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");
    private static final int PATIENCE_SECONDS = 60;

    enum Moment {
        BEFORE,
        AFTER
    }

    /** @param call which of the function's calls from now on: 1 for its next */
    record Kill(String function, int call, Moment moment) {}

    /**
     * @param call what it was about to do, or had done
     * @param done its calls that did their work, in order, since the process before it died
     */
    record Death(String function, Moment moment, String call, List<String> done) {
        @Override
        public String toString() {
            return function + " " + (moment == Moment.BEFORE ? "before " : "after ") + call + " (… "
                    + String.join(", ", done.subList(Math.max(0, done.size() - 4), done.size())) + ")";
        }
    }

    private record Armed(Kill kill, CompletableFuture<Death> death) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<Helpdesk> desk = new CompletableFuture<>();
    private final Map<String, Http> servers = new HashMap<>();
    private final Map<String, List<String>> done = new HashMap<>();
    private Armed armed;
    private int calls;

    Wire() throws IOException {
        for (var service : SERVICES) {
            servers.put(service, Http.start(0, exchange -> handle(service, exchange)));
        }
    }

    /** What puts functions on this wire. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        servers.forEach((service, server) ->
                environment.put("AWS_ENDPOINT_URL_" + service, server.uri().toString()));
        return environment;
    }

    void lead(Helpdesk to) {
        desk.complete(to);
    }

    /** Completes with the death; one kill at a time. */
    synchronized CompletableFuture<Death> arm(Kill kill) {
        calls = 0;
        armed = new Armed(kill, new CompletableFuture<>());
        return armed.death;
    }

    private void handle(String service, HttpExchange exchange) throws IOException {
        var match = CALLER.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var caller = match.find() ? match.group(1) : "";
        var call = name(service, exchange);
        var hit = hit(caller);
        if (hit != null && hit.kill.moment == Moment.BEFORE) {
            die(hit, call);
            return;
        }
        var answer = forward(service, exchange);
        synchronized (this) {
            done.computeIfAbsent(caller, _ -> new ArrayList<>()).add(call);
        }
        if (hit != null) {
            die(hit, call);
            return;
        }
        answer.headers().map().forEach((header, values) -> {
            if (!header.startsWith(":") && !OF_THE_HOP.contains(header)) {
                exchange.getResponseHeaders().put(header, new ArrayList<>(values));
            }
        });
        Http.send(exchange, answer.statusCode(), null, answer.body());
    }

    private synchronized Armed hit(String caller) {
        if (armed == null || !armed.kill.function.equals(caller) || ++calls < armed.kill.call) {
            return null;
        }
        var hit = armed;
        armed = null;
        return hit;
    }

    private void die(Armed hit, String call) {
        try {
            kill(desk.join().stack.function(hit.kill.function));
            synchronized (this) {
                var before = done.remove(hit.kill.function);
                hit.death.complete(
                        new Death(hit.kill.function, hit.kill.moment, call, before == null ? List.of() : before));
            }
        } catch (Exception e) {
            hit.death.completeExceptionally(e);
        }
    }

    private static void kill(LambdaFunction function) throws Exception {
        var victim = function.processes().getFirst();
        if (!victim.destroyForcibly()) {
            throw new AssertionError(victim + " would not die");
        }
        victim.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private HttpResponse<byte[]> forward(String service, HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(
                        endpoint(service).resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((header, values) -> {
            if (!OF_THE_HOP.contains(header.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(header, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Where functions call, with whoever stands there to judge them. */
    private URI endpoint(String service) {
        var aws =
                desk.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().stack.aws();
        return URI.create(aws.environment().get("AWS_ENDPOINT_URL_" + service));
    }

    /** Such as {@code PutItem}, or {@code PUT S3 mail}. */
    private static String name(String service, HttpExchange exchange) {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        if (service.equals("SESV2")) {
            return "SendEmail";
        }
        var path = exchange.getRequestURI().getPath().split("/");
        return exchange.getRequestMethod() + " " + service + (path.length > 2 ? " " + path[2] : "");
    }

    @Override
    public void close() {
        servers.values().forEach(Http::close);
        client.close();
    }
}
