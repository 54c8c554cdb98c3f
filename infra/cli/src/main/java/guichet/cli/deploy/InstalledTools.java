package guichet.cli.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tools as they are installed, run in the project's root. */
public record InstalledTools(Path root) implements Tools {
    @Override
    public int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(root.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return NOT_FOUND;
        } catch (InterruptedException e) {
            java.lang.Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public Result read(List<String> command) {
        try {
            var err = Files.createTempFile("guichet", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Result(
                        process.waitFor(), out.strip(), Files.readString(err).strip());
            } finally {
                Files.delete(err);
            }
        } catch (InterruptedException e) {
            java.lang.Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("Cannot run program")) {
                return new Result(NOT_FOUND, "", command.getFirst() + " is not installed");
            }
            throw new UncheckedIOException(e);
        }
    }
}
