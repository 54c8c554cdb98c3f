package guichet.local;

import guichet.local.aws.EmbeddedAws;
import guichet.local.lambda.FunctionCode;
import guichet.local.lambda.FunctionSpec;
import guichet.local.lambda.LambdaFunction;
import guichet.local.rights.Rights;
import guichet.local.source.Destinations;
import guichet.local.source.QueuePoller;
import guichet.local.source.StreamPoller;
import guichet.local.template.EventSource;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The template's functions as processes, and what starts each of them. */
final class FunctionHost implements AutoCloseable {
    private final List<FunctionDefinition> definitions;
    private final Config config;
    private final EmbeddedAws aws;
    private final Rights rights;
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final List<StreamPoller> streams = new ArrayList<>();
    private final Deque<AutoCloseable> sources = new ArrayDeque<>();
    private final LogKeeper logs;
    private Sweeps sweeps;

    FunctionHost(List<FunctionDefinition> definitions, Config config, DataFolder folder, EmbeddedAws aws, Rights rights)
            throws IOException {
        this.definitions = definitions;
        this.config = config;
        this.aws = aws;
        this.rights = rights;
        this.logs = new LogKeeper(folder.path().resolve("logs"));
        var code = new HashMap<String, FunctionCode>();
        try {
            for (var definition : definitions) {
                if (!code.containsKey(definition.codeUri())) {
                    code.put(
                            definition.codeUri(),
                            unpack(definition.codeUri(), folder.path().resolve("run")));
                }
                functions.put(
                        definition.id(),
                        LambdaFunction.start(
                                spec(definition, code.get(definition.codeUri())), logs.folder(), config.console()));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private FunctionCode unpack(String codeUri, Path run) throws IOException {
        var zip = config.template().toAbsolutePath().resolveSibling(codeUri).normalize();
        if (!Files.isRegularFile(zip)) {
            throw new StartException("there is no " + zip + ": build the functions first");
        }
        return FunctionCode.unpack(zip, run.resolve(codeUri.replaceAll("[^\\w.-]+", "-")));
    }

    private FunctionSpec spec(FunctionDefinition definition, FunctionCode code) {
        var environment = new LinkedHashMap<>(definition.environment());
        environment.putAll(aws.environment());
        // As in the cloud, where each has the keys of its own role: by them it is known who calls.
        environment.put("AWS_ACCESS_KEY_ID", definition.id());
        environment.putAll(config.environment());
        return new FunctionSpec(
                definition.id(),
                code,
                definition.handler(),
                definition.memoryMb(),
                definition.timeout(),
                environment,
                definition.snapStart(),
                config.processes().getOrDefault(definition.id(), 1));
    }

    void awaitReady(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
        var all = functions.values().stream().map(LambdaFunction::ready).toList();
        // The first that fails ends the wait.
        var failure = new CompletableFuture<Void>();
        all.forEach(f -> f.whenComplete((r, e) -> {
            if (e != null) {
                failure.completeExceptionally(
                        e instanceof java.util.concurrent.CompletionException c ? c.getCause() : e);
            }
        }));
        CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), failure)
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets events flow. */
    void connect(Destinations destinations, DataFolder folder) throws IOException {
        for (var definition : definitions) {
            var schedule = Sweeps.scheduleOf(definition);
            if (schedule != null) {
                sweeps = new Sweeps(
                        definition,
                        schedule,
                        get(definition.id()),
                        destinations.at(definition.onFailure()),
                        config.rudeness().twice(),
                        rights);
                sources.push(sweeps);
            }
        }
        if (sweeps == null) {
            throw new TemplateException("no function of " + config.template() + " runs on a schedule");
        }
        for (var definition : definitions) {
            for (var source : definition.sources()) {
                connect(definition, source, destinations, folder);
            }
        }
        aws.onTableWrite(() -> streams.forEach(StreamPoller::wake));
    }

    private void connect(
            FunctionDefinition definition, EventSource source, Destinations destinations, DataFolder folder)
            throws IOException {
        switch (source) {
            case EventSource.Queue queue ->
                sources.push(QueuePoller.start(
                        config.window() == null ? queue : queue.withWindow(config.window()),
                        get(definition.id()),
                        aws.sqs(),
                        config.rudeness()));
            case EventSource.Stream stream -> {
                var checkpoints = folder.kept() == null
                        ? null
                        : Files.createDirectories(folder.path().resolve("streams"))
                                .resolve(stream.name() + ".json");
                var poller = StreamPoller.start(
                        stream,
                        get(definition.id()),
                        aws.dynamodb(),
                        checkpoints,
                        config.rudeness(),
                        destinations.at(stream.onFailure()),
                        sweeps::observe);
                streams.add(poller);
                sources.push(poller);
            }
            case EventSource.Schedule ignored -> {}
        }
    }

    LambdaFunction get(String id) {
        var function = functions.get(id);
        if (function == null) {
            throw new TemplateException(config.template() + " has no function " + id);
        }
        return function;
    }

    Collection<LambdaFunction> all() {
        return functions.values();
    }

    List<StreamPoller> streams() {
        return streams;
    }

    Sweeps sweeps() {
        return sweeps;
    }

    @Override
    public void close() {
        sources.forEach(s -> {
            try {
                s.close();
            } catch (Exception e) {
                System.getLogger("guichet.local").log(System.Logger.Level.DEBUG, "closing", e);
            }
        });
        functions.values().parallelStream().forEach(LambdaFunction::close);
        logs.close();
    }
}
