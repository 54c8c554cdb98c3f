package guichet.cli.bench.against;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A checkout's own launcher and bench, a process for each row. It builds what is stale by itself.
 *
 * @param options of its bench
 * @param log where its standard error goes, all rounds of it
 * @param progress is told what it builds
 */
record Launcher(String label, Path root, List<String> options, Path log, Consumer<String> progress) implements Side {
    /**
     * No bench has a row of this name, so each answers with those that it has, after building what it needs for them.
     */
    private static final String NO_ROW = "?";

    private static final Pattern ROWS = Pattern.compile("there are: (.+)");
    private static final String BUILDING = "guichet: building ";

    static Launcher of(String label, Path root, List<String> options, Path log, Consumer<String> progress)
            throws IOException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        return new Launcher(label, root, options, log, progress);
    }

    @Override
    public Set<String> rows() throws IOException, InterruptedException, AgainstException {
        var ended = bench(NO_ROW, List.of());
        var rows = ROWS.matcher(String.join("\n", ended.errors()));
        if (!rows.find()) {
            throw new AgainstException(label + " has no bench that can be run: " + ended.complaint() + seeLog());
        }
        return new LinkedHashSet<>(List.of(rows.group(1).strip().split(", ")));
    }

    @Override
    public List<Figure> measure(String row) throws IOException, InterruptedException, AgainstException {
        var ended = bench(row, options);
        if (ended.exit() != 0) {
            throw failed(row, ended.complaint());
        }
        try {
            return Figure.read(ended.output());
        } catch (JsonProcessingException e) {
            throw failed(row, "it did not answer in JSON");
        }
    }

    private AgainstException failed(String row, String why) {
        return new AgainstException("measuring " + row + " of " + label + " failed: " + why + seeLog());
    }

    private String seeLog() {
        return " (all of it: " + log + ")";
    }

    private Child.Ended bench(String row, List<String> options)
            throws IOException, InterruptedException, AgainstException {
        var launcher = root.toAbsolutePath().resolve("guichet");
        if (!Files.isExecutable(launcher)) {
            throw new AgainstException(label + " has no launcher ./guichet");
        }
        var command = new ArrayList<>(List.of(launcher.toString(), "bench", row, "--json"));
        command.addAll(options);
        try (var writer = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            return Child.run(root, command, line -> {
                try {
                    writer.append(line).append('\n').flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (line.startsWith(BUILDING)) {
                    progress.accept(label + ": " + line.substring("guichet: ".length()));
                }
            });
        }
    }
}
