package guichet.local;

import guichet.local.folder.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder that a stack lives in, held by one stack at a time. */
final class DataFolder implements AutoCloseable {
    /** What a stack makes there; nothing else is ever deleted. */
    private static final List<String> OURS = List.of(
            "dynamodb",
            "queues",
            "objects",
            "outbox",
            "streams",
            "logs",
            "run",
            "events.jsonl",
            "parameters.json",
            "token.key");

    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final Path path;
    private final FileChannel lock;
    private final boolean temporary;

    private DataFolder(Path path, FileChannel lock, boolean temporary) {
        this.path = path;
        this.lock = lock;
        this.temporary = temporary;
    }

    /** @throws StartException saying in one line why the folder will not do */
    static DataFolder open(Path wanted, boolean fresh) throws StartException {
        try {
            if (wanted == null) {
                return new DataFolder(Files.createTempDirectory("guichet"), null, true);
            }
            var path = wanted.toAbsolutePath().normalize();
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new StartException("data folder " + path + " is not a folder");
            }
            Files.createDirectories(path);
            var lock = lock(path);
            if (fresh) {
                for (var name : OURS) {
                    Folders.delete(path.resolve(name));
                }
            }
            var free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                lock.close();
                throw new StartException("data folder " + path + " has only " + free / 1024 / 1024 + " MB left; "
                        + LEAST_FREE_BYTES / 1024 / 1024 + " MB are needed");
            }
            return new DataFolder(path, lock, false);
        } catch (StartException e) {
            throw e;
        } catch (IOException e) {
            throw new StartException("data folder " + wanted + " cannot be used: " + StartException.reason(e));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        channel.close();
        throw new StartException("data folder " + path + " is in use by another stack");
    }

    Path path() {
        return path;
    }

    /** For what need not survive: null when the folder itself does not. */
    Path kept() {
        return temporary ? null : path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Folders.delete(path);
        } else {
            lock.close();
        }
    }
}
