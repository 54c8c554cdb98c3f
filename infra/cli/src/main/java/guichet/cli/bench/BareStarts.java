package guichet.cli.bench;

import guichet.local.folder.Folders;
import guichet.local.lambda.ColdStart;
import guichet.local.lambda.FunctionCode;
import guichet.local.lambda.FunctionSpec;
import guichet.local.lambda.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Starts of {@link BareHandler}, and what else a start is measured with. */
final class BareStarts implements AutoCloseable {
    private static final int STARTS = 5;
    private static final int MEMORY_MB = 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Said here and not taken from the template, so that the yardstick stays what it is when the template changes. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m -XX:ActiveProcessorCount=1");

    private static final byte[] EVENT = "{\"rawPath\": \"/\"}".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final ColdStart starts;
    private final FunctionSpec function;

    private BareStarts(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.starts = new ColdStart(pinned().orElse(List.of()), folder.resolve("starts.log"));
        var untrained = new FunctionSpec(
                "Bare",
                code(folder),
                BareHandler.class.getName() + "::handleRequest",
                MEMORY_MB,
                TIMEOUT,
                ENVIRONMENT,
                false,
                1);
        this.function = trained(starts, untrained, EVENT, folder.resolve("bare.aot"));
    }

    static BareStarts trained() throws IOException, InterruptedException {
        return new BareStarts(Files.createTempDirectory("guichet-bare"));
    }

    /** From the start of the process to its answer, in seconds. */
    double median() throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            var start = starts.run(function, EVENT);
            if (!(start.outcome() instanceof Outcome.Answered)) {
                throw new IOException("the bare handler did not answer but " + start.outcome());
            }
            took.add(start.took().toNanos() / 1e9);
        }
        return Figures.median(took);
    }

    /** {@link BareHandler} as a function's code, under that folder. */
    static FunctionCode code(Path folder) throws IOException {
        var file = folder.resolve("bare.zip");
        var name = BareHandler.class.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var in = BareHandler.class.getResourceAsStream("BareHandler.class")) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
        }
        return FunctionCode.unpack(file, folder.resolve("bare"));
    }

    /** A cache that cannot be used would be passed over in silence; with this mode it is an error. */
    static FunctionSpec trained(ColdStart starts, FunctionSpec spec, byte[] event, Path cache)
            throws IOException, InterruptedException {
        starts.train(spec, event, cache);
        return spec.withJavaOptions("-XX:AOTCache=" + cache + " -XX:AOTMode=on");
    }

    /** What binds a process to the last core, if this machine can do that. */
    static Optional<List<String>> pinned() throws IOException, InterruptedException {
        var command =
                List.of("taskset", "-c", Integer.toString(Runtime.getRuntime().availableProcessors() - 1));
        var trial = new ArrayList<>(command);
        trial.add("true");
        try {
            return new ProcessBuilder(trial)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    ? Optional.of(command)
                    : Optional.empty();
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
