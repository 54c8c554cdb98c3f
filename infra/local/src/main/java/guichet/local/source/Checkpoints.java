package guichet.local.source;

import guichet.local.aws.DurableFiles;
import guichet.local.aws.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each shard of a stream has been worked off; on disk, or it would start from the beginning after a restart.
 */
final class Checkpoints {
    static final String FINISHED = "finished";

    private final Path file;
    private final Map<String, String> positions = new HashMap<>();

    /** @param file null to keep them in memory */
    Checkpoints(Path file) throws IOException {
        this.file = file;
        if (file != null && Files.exists(file)) {
            DurableFiles.readJson(file)
                    .properties()
                    .forEach(e -> positions.put(e.getKey(), e.getValue().asText()));
        }
    }

    /** A sequence number, FINISHED, or null for a shard never read. */
    synchronized String position(String shard) {
        return positions.get(shard);
    }

    synchronized void move(String shard, String position) throws IOException {
        positions.put(shard, position);
        if (file != null) {
            DurableFiles.write(file, Http.JSON.writeValueAsBytes(positions), false);
        }
    }
}
