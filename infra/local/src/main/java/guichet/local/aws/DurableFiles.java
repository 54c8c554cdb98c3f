package guichet.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Files that are there whole or not at all, whenever the machine or the process stops. */
public final class DurableFiles {
    public static final String TEMPORARY = ".tmp";
    private static final AtomicLong COUNTER = new AtomicLong();

    private DurableFiles() {}

    /** @param sync whether the bytes must outlive the machine's power, not only our process */
    public static void write(Path file, byte[] bytes, boolean sync) throws IOException {
        var temporary = temporary(file);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (sync) {
                channel.force(true);
            }
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        publish(temporary, file, sync);
    }

    /** @throws IOException naming the file, if what is in it is no JSON */
    public static JsonNode readJson(Path file) throws IOException {
        try {
            return Http.JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is broken: " + e.getOriginalMessage());
        }
    }

    static Path temporary(Path file) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + TEMPORARY);
    }

    static void publish(Path temporary, Path file, boolean sync) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (sync) {
            try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
