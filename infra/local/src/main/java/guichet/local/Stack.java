package guichet.local;

import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.Http;
import guichet.local.gateway.Gateway;
import guichet.local.gateway.LocalRoutes;
import guichet.local.gateway.Tokens;
import guichet.local.lambda.LambdaFunction;
import guichet.local.lambda.Outcome;
import guichet.local.mail.MailView;
import guichet.local.mail.ReceiptRules;
import guichet.local.mail.Receiver;
import guichet.local.mail.SmtpIn;
import guichet.local.mail.SmtpPort;
import guichet.local.rights.Denial;
import guichet.local.rights.Denials;
import guichet.local.rights.Rights;
import guichet.local.source.Destinations;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.HttpRoute;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The whole helpdesk in this process and its children: the template's table, queues and buckets on embedded stand-ins,
 * its functions as processes, mail in by SMTP, HTTP through a gateway. Runs when {@link #start} returns; everything
 * stops with {@link #close}.
 */
public final class Stack implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final String PORTAL = "Portal";

    private final Config config;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile com.sun.net.httpserver.HttpHandler site = Stack::notReady;
    private final Http http;
    private final EmbeddedAws aws;
    private final Denials denials = new Denials();
    private final FunctionHost functions;
    private final Receiver receiver;
    private final SmtpIn smtp;
    private final Tokens tokens;
    private final Settling settling;

    private Stack(Config config) throws IOException {
        this.config = config;
        try {
            http = opened(bind(config.httpPort(), "GUICHET_HTTP_PORT", port -> Http.start(port, e -> site.handle(e))));
            var smtpPort = opened(bind(config.smtpPort(), "GUICHET_SMTP_PORT", SmtpPort::open));
            var folder = opened(DataFolder.open(config.data(), config.fresh()));
            var parameters = new LinkedHashMap<>(Map.of("PortalUrl", http.uri().toString()));
            parameters.putAll(config.parameters());
            var template = Template.read(config.template(), Config.STACK_NAME, parameters);
            aws = opened(EmbeddedAws.start(folder.kept()));
            config.mailDomains().forEach(aws.ses()::verify);
            var queues = Resources.create(template, aws, config.visibility());
            receiver = new Receiver(aws, ReceiptRules.apply(template, aws));
            var definitions = FunctionDefinition.all(template);
            var rights = opened(new Rights(template, config.mailDomains(), definitions, denials));
            refuseIfDenied(rights.atDeployment());
            aws.guard(rights);
            functions = opened(new FunctionHost(definitions, config, folder, aws, rights));
            functions.awaitReady(START_PATIENCE);
            functions.connect(new Destinations(aws), folder);
            settling = opened(new Settling(aws, functions.all(), queues, functions.streams()));
            var routes = HttpRoute.all(template);
            tokens = new Tokens(
                    folder.kept() == null ? null : folder.path().resolve("token.key"),
                    routes.stream().flatMap(r -> r.scopes().stream()).distinct().toList());
            site = site(routes);
            smtp = opened(SmtpIn.start(smtpPort, receiver));
            if (config.schedule()) {
                functions.sweeps().startClock();
            }
        } catch (TimeoutException e) {
            close();
            throw new StartException(
                    "the functions were not ready after " + START_PATIENCE.toSeconds() + " s; see their logs");
        } catch (ExecutionException e) {
            close();
            throw new StartException(StartException.reason(e.getCause()));
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StartException("interrupted");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void refuseIfDenied(List<Denial> denied) throws StartException {
        if (!denied.isEmpty()) {
            throw new StartException("it cannot be deployed: "
                    + denied.stream().map(Denial::toString).collect(Collectors.joining("; ")));
        }
    }

    /** @throws StartException whose message says in one line why it cannot run */
    public static Stack start(Config config) throws StartException {
        try {
            return new Stack(config);
        } catch (StartException e) {
            throw e;
        } catch (TemplateException e) {
            throw new StartException(e.getMessage());
        } catch (IOException | RuntimeException e) {
            System.getLogger("guichet.local").log(System.Logger.Level.DEBUG, "start", e);
            throw new StartException("the local stack cannot start: " + StartException.reason(e));
        }
    }

    private interface Binding<T> {
        T at(int port) throws IOException;
    }

    private static <T> T bind(int port, String variable, Binding<T> binding) throws IOException {
        try {
            return binding.at(port);
        } catch (BindException e) {
            throw new StartException(
                    "port " + port + " is taken: stop what listens there, or set " + variable + " to another");
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    private static void notReady(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        Http.json(exchange, 503, Map.of("message", "The local stack is starting"));
    }

    private com.sun.net.httpserver.HttpHandler site(List<HttpRoute> routes) {
        var gateway = new Gateway(function(PORTAL), routes, tokens);
        var local = new LocalRoutes(tokens, aws.outbox(), new LocalRoutes.Operations() {
            @Override
            public int sweep(Instant at) throws LocalRoutes.Unsettled, InterruptedException, IOException {
                return Stack.this.sweep(at);
            }

            @Override
            public void settle() throws LocalRoutes.Unsettled, InterruptedException {
                Stack.this.settle();
            }

            @Override
            public Map<String, List<Long>> processes() {
                var processes = new LinkedHashMap<String, List<Long>>();
                functions
                        .all()
                        .forEach(f -> processes.put(
                                f.spec().name(),
                                f.processes().stream().map(ProcessHandle::pid).toList()));
                return processes;
            }
        });
        return exchange -> {
            var path = exchange.getRequestURI().getPath();
            (path.equals("/_local") || path.startsWith("/_local/") ? local : gateway).handle(exchange);
        };
    }

    public URI uri() {
        return http.uri();
    }

    public int smtpPort() {
        return smtp.port();
    }

    /** The calls of functions that the template's roles did not allow. */
    public Denials denials() {
        return denials;
    }

    public EmbeddedAws aws() {
        return aws;
    }

    /** @param id as in the template: {@code Portal}, {@code InboundMail} … */
    public LambdaFunction function(String id) {
        return functions.get(id);
    }

    /** Hands in a mail past SMTP; it is safe when this returns. */
    public String mail(byte[] raw, String from, String... to) throws IOException {
        return receiver.receive(from, List.of(to), "test.local", raw);
    }

    /**
     * @param approval told of {@code sub} and address of each person who is to get a token: what an operator does in
     *     the cloud
     */
    public void approve(BiConsumer<String, String> approval) {
        tokens.approve(approval);
    }

    public String token(String email) {
        return tokens.issue(email, Instant.now());
    }

    /** Every mail that went out, oldest first. */
    public List<MailView> outbox() {
        return aws.outbox().all().stream().map(MailView::of).toList();
    }

    /** @throws LocalRoutes.Unsettled naming what is still on its way when patience runs out */
    public void settle() throws LocalRoutes.Unsettled, InterruptedException {
        var busy = settling.await(config.patience());
        if (!busy.isEmpty()) {
            throw new LocalRoutes.Unsettled("Still on its way, and not moving for "
                    + config.patience().toSeconds() + " s: " + String.join(", ", busy));
        }
    }

    /**
     * Runs the scheduled sweep as if it were that time, and lets it settle; gives the number of tickets it acted on.
     */
    public synchronized int sweep(Instant at) throws LocalRoutes.Unsettled, InterruptedException, IOException {
        var sweeps = functions.sweeps();
        sweeps.forgetActed();
        try {
            if (sweeps.run(at) instanceof Outcome.Failed failed) {
                throw new LocalRoutes.Unsettled("The sweep failed: " + failed.message());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        settle();
        return sweeps.acted();
    }

    @Override
    public void close() {
        site = Stack::notReady;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger("guichet.local").log(System.Logger.Level.DEBUG, "closing", e);
            }
        }
    }
}
