package guichet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user names. */
final class DeskFiles {
    /** One byte more than the readers take, so that they can say that it is too much. */
    private static final int MOST = 1024 * 1024 + 1;

    private DeskFiles() {}

    static byte[] content(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + ": a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure(file + ": no such file");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST);
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read: " + e.getMessage());
        }
    }
}
