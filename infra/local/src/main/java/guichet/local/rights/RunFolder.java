package guichet.local.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where all stacks of a run of tests, whichever process or class loader they live in, leave what the run must know of
 * rights. The system property {@value #PROPERTY} names it; outside of such a run there is none.
 */
record RunFolder(Path path) {
    static final String PROPERTY = "guichet.rights";
    /** Calls that were denied, a line each. */
    static final String DENIED = "denied.txt";

    static final String GRANTED = "granted.txt";
    static final String USED = "used.txt";
    static final String UNUSED = "unused.txt";

    static Optional<RunFolder> ofThisRun() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(RunFolder::new);
    }

    /** For this process, and whomever it passes the property on to; the first who asks begins with nothing in it. */
    static synchronized RunFolder open() {
        return ofThisRun().orElseGet(() -> {
            try {
                var target = Path.of("target").toAbsolutePath();
                var path = Files.isDirectory(target)
                        ? target.resolve("rights")
                        : Files.createTempDirectory("guichet-rights");
                Files.createDirectories(path);
                for (var file : List.of(DENIED, GRANTED, USED, UNUSED)) {
                    Files.deleteIfExists(path.resolve(file));
                }
                System.setProperty(PROPERTY, path.toString());
                return new RunFolder(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void append(String file, Iterable<String> lines) {
        try {
            Files.write(path.resolve(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that were appended since this was last asked, each once. */
    TreeSet<String> take(String file) {
        var taken = path.resolve(UUID.randomUUID().toString());
        try {
            if (!Files.exists(path.resolve(file))) {
                return new TreeSet<>();
            }
            Files.move(path.resolve(file), taken);
            var lines = new TreeSet<>(Files.readAllLines(taken));
            Files.delete(taken);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what was granted by some role and asked for by nobody. */
    void reportUnused() {
        var unused = take(GRANTED);
        unused.removeAll(take(USED));
        append(UNUSED, List.copyOf(unused));
    }
}
