package guichet.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Survivors that somebody has read, each with a sentence why no test is wanted: a file of lines {@code Class method:
 * what was broken | why}. Without line numbers, so that it holds while the code moves.
 */
final class Explained {
    private final Map<String, String> why;

    private Explained(Map<String, String> why) {
        this.why = why;
    }

    static Explained read(Path file) throws IOException {
        return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** @throws IllegalArgumentException if a line gives no sentence */
    static Explained of(List<String> lines) {
        var why = new HashMap<String, String>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int bar = line.lastIndexOf(" | ");
            if (bar < 0 || line.substring(bar + 3).isBlank()) {
                throw new IllegalArgumentException("a survivor without a sentence why: " + line);
            }
            why.put(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
        }
        return new Explained(why);
    }

    Optional<String> of(Mutant mutant) {
        return Optional.ofNullable(why.get(mutant.key()));
    }
}
