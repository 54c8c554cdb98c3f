package guichet.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps function logs small: what outgrew its size is copied aside and cut, while its process goes on appending. */
final class LogKeeper implements AutoCloseable {
    private static final long MAX_BYTES = 10 * 1024 * 1024;

    private final Path folder;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            r -> Thread.ofPlatform().daemon().name("logs").unstarted(r));

    LogKeeper(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        timer.scheduleWithFixedDelay(this::rotate, 0, 30, TimeUnit.SECONDS);
    }

    Path folder() {
        return folder;
    }

    private void rotate() {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                if (Files.size(file) > MAX_BYTES) {
                    Files.copy(
                            file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            }
        } catch (IOException e) {
            System.getLogger("guichet.local").log(System.Logger.Level.WARNING, "logs: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
